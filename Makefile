# make run      build what is missing and start the server with a demo shop (PORT, REDRESS_DATABASE_URL)
# make test     everything: units, both databases, real components, the server end to end, the console in a browser
# make browser  the stories of the console and the portal in Chromium alone
# make console  build the console alone; console-types writes the types it has of the API
# make check    formatting, lints, docs, dependencies, spelling
# make bench    the performance table, also written to var/bench.json
# make sdks     the TypeScript and Python SDKs alone
# make fuzz     the fuzz targets under libFuzzer, FUZZ seconds each (60)
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

STOCK := router refund-tiers fraud-history notify-templates decision-table stripe-refunds wechat-pay-refunds
STOCK_WASM := $(STOCK:%=target/redress/%.wasm)
GUEST_SOURCES := $(shell find plugins sdk/rust host/expression host/table wit -name node_modules -prune -o -type f \( -name '*.rs' -o -name '*.wit' -o -name 'Cargo.toml' \) -print)
PORT ?= 8080
# Plain `cargo test` serves where nextest is not installed.
TEST := $(shell cargo nextest --version >/dev/null 2>&1 && echo "cargo nextest run" || echo "cargo test")

# The author's tests take packages from here, so that no plugin of theirs installs its own.
export REDRESS_NODE_MODULES := $(CURDIR)/plugins/refund-tiers/ts/node_modules
export REDRESS_VENV := $(CURDIR)/target/redress/venv

.PHONY: help run test browser console console-types console-test sdks sdk-spidermonkey lint check bench fuzz conformance expressions install-guests install-tests plugins

help:
	@sed -n 's/^# //p' Makefile | head -8

install-guests:
	@.ci/install guests

install-tests:
	@.ci/install tests
	@.ci/sdks

# Cargo is always asked for the whole workspace: a smaller selection would unify features otherwise and build wasmtime twice.
run: install-guests console
	@[ -x target/release/redress ] || echo "run: the first build compiles the server and its compiler for rules; that takes a while"
	@cargo build --release --workspace --bins
	@$(MAKE) -s plugins CLI=target/release/redress-plugin
	@mkdir -p var
	@PORT=$(PORT) exec target/release/redress serve --demo

# One cargo run builds all guests, so that they share the standard library.
CLI ?= target/debug/redress-plugin
plugins: $(STOCK_WASM)
$(STOCK_WASM) &: $(GUEST_SOURCES)
	@$(CLI) build $(STOCK:%=plugins/%)
	@touch $(STOCK_WASM)

test: install-tests
	@$(MAKE) -s sdks
	@$(MAKE) -s console
	cargo test --workspace --no-run --quiet
	@$(MAKE) -s console-test
	@$(MAKE) -s plugins
	$(TEST) --workspace
	cargo test --workspace --doc --quiet
	@$(MAKE) -s browser

# The console goes into the program, so it is built before it.
CONSOLE_SOURCES := $(shell find host/console -name node_modules -prune -o -name dist -prune -o -type f -print)
console: host/console/dist/index.html
host/console/dist/index.html: $(CONSOLE_SOURCES)
	@.ci/npm host/console
	@cd host/console && npm run --silent build -- --logLevel warn

# Types of the API from the document that the server describes itself by.
console-types:
	@.ci/npm host/console
	@target/debug/redress openapi | node host/console/scripts/types.mjs

# What has no page to look at, the types, and that these are still those of the API.
console-test: console
	@target/debug/redress openapi | node host/console/scripts/types.mjs --check
	@cd host/console && npm test --silent

# What people do in the console and customers in the portal, in Chromium against a server with the demo shop. Pictures go to
# target/browser.
browser: install-guests console
	@.ci/install browser
	@.ci/npm tests/browser
	@cargo test --workspace --no-run --quiet
	@$(MAKE) -s plugins
	@cd tests/browser && npm test --silent

# Unit tests and types of the TypeScript and Python SDKs and of what is written with them.
sdks:
	@cd sdk/js && npm test --silent
	@cd plugins/refund-tiers/ts && npx tsc -p . && npx vitest run
	@cd sdk/python && $(REDRESS_VENV)/bin/mypy src tests && $(REDRESS_VENV)/bin/python -m pytest -q
	@cd plugins/refund-tiers/python && $(REDRESS_VENV)/bin/mypy refund_tiers tests && $(REDRESS_VENV)/bin/python -m pytest -q

# The same rule in the other JavaScript engine; its components are large and take long to compile.
sdk-spidermonkey: install-tests
	@.ci/sdks spidermonkey
	cargo build --workspace --bins --quiet
	@NODE_PATH=$(CURDIR)/target/redress/spidermonkey/node_modules target/debug/redress-plugin test --engine spidermonkey plugins/refund-tiers/ts

lint:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings

check: lint
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --quiet
	@.ci/tool cargo-deny && cargo deny --log-level error check
	@.ci/tool cargo-machete && cargo machete
	@.ci/tool typos && typos

bench: install-tests
	cargo build --release --quiet --workspace --bins --example floor
	@$(MAKE) -s plugins CLI=target/release/redress-plugin
	@mkdir -p var
	target/release/bench

FUZZ ?= 60
fuzz: install-tests
	cargo build --quiet --workspace --bins
	for target in expression upload wit_values; do tests/fuzz/run $$target $(FUZZ); done

conformance: install-tests
	cargo test --workspace --no-run --quiet
	@$(MAKE) -s plugins
	@$(MAKE) -s expressions
	target/debug/conformance

# The expression language against CEL's own conformance data and against the browser's implementation.
expressions:
	@echo "== expressions"
	@cargo build --quiet -p redress-expression --examples
	@cd tests/cel && npm ci --silent --no-audit --no-fund
	@mkdir -p target/cel
	@node tests/cel/spec.mjs >target/cel/spec.json
	@target/debug/examples/cel_spec target/cel/spec.json
	@target/debug/examples/cel_corpus tests/cel/corpus.json >target/cel/corpus.json
	@node tests/cel/compare.mjs target/cel/corpus.json

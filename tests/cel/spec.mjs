// Prints CEL's own conformance tests, which the package @bufbuild/cel-spec carries, as JSON for the example cel_spec.
import { tests } from "@bufbuild/cel-spec/testdata/conformance.js";

process.stdout.write(JSON.stringify(tests));

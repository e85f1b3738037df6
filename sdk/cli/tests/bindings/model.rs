//! What the SDKs need to know of `wit/`: every type under the name authors see, and what each hook answers.

use std::collections::BTreeSet;
use std::path::Path;

use wit_parser::{Resolve, Type, TypeDefKind, TypeId};

/// Names that say too little outside their interface.
const RENAMED: [(&str, &str); 3] = [("value", "parameter-value"), ("sums", "totals"), ("info", "plugin-info")];

pub(crate) struct Model {
    /// All types, each after those it is made of.
    pub(crate) types: Vec<Named>,
    /// Hooks, in the order of the contract.
    pub(crate) hooks: Vec<Hook>,
}

/// What a rule may be asked.
pub(crate) struct Hook {
    /// As in the WIT, for example `refund-approval`.
    pub(crate) interface: String,
    /// Functions, and what each answers when all is well.
    pub(crate) functions: Vec<(String, Shape)>,
}

/// A type with a name.
pub(crate) struct Named {
    /// As in the WIT, for example `case-file`.
    pub(crate) name: String,
    pub(crate) docs: String,
    /// Interface it is defined in, and its name there.
    pub(crate) home: (String, String),
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Record(Vec<Field>),
    Variant(Vec<Case>),
    Enum(Vec<(String, String)>),
}

pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) shape: Shape,
}

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) shape: Option<Shape>,
}

/// The type of a value.
#[derive(Clone)]
pub(crate) enum Shape {
    Bool,
    Text,
    U32,
    S64,
    Option(Box<Self>),
    List(Box<Self>),
    Tuple(Vec<Self>),
    Named(String),
}

impl Model {
    pub(crate) fn read(dir: &Path) -> Self {
        let mut resolve = Resolve::default();
        let (package, _) = resolve.push_dir(dir).unwrap();
        let mut model = Self { types: Vec::new(), hooks: Vec::new() };
        for (interface, &id) in &resolve.packages[package].interfaces {
            for (name, &id) in &resolve.interfaces[id].types {
                if let Some(kind) = kind(&resolve, id) {
                    let docs = resolve.types[id].docs.contents.clone().unwrap_or_default();
                    model.types.push(Named { name: renamed(name), docs, home: (interface.clone(), name.clone()), kind });
                }
            }
            // The host's own functions get no context.
            let asked = resolve.interfaces[id]
                .functions
                .iter()
                .filter(|(_, function)| function.params.first().is_some_and(|p| p.name == "context"));
            let functions: Vec<(String, Shape)> =
                asked.filter_map(|(name, function)| Some((name.clone(), answer(&resolve, function.result)?))).collect();
            if !functions.is_empty() {
                model.hooks.push(Hook { interface: interface.clone(), functions });
            }
        }
        model
    }

    /// Every type an answer or an error of a rule may hold, and the argument of a look-up.
    pub(crate) fn spoken(&self) -> Vec<&Named> {
        let mut wanted: BTreeSet<String> = ["rule-error", "query"].map(str::to_owned).into();
        self.hooks.iter().flat_map(|hook| &hook.functions).for_each(|(_, shape)| name_in(shape, &mut wanted));
        // A type comes after those it is made of, so one walk from the end finds all.
        for named in self.types.iter().rev().chain(self.types.iter().rev()) {
            if wanted.contains(&named.name) {
                named.shapes().iter().for_each(|shape| name_in(shape, &mut wanted));
            }
        }
        self.types.iter().filter(|named| wanted.contains(&named.name)).collect()
    }
}

impl Named {
    fn shapes(&self) -> Vec<&Shape> {
        match &self.kind {
            Kind::Record(fields) => fields.iter().map(|field| &field.shape).collect(),
            Kind::Variant(cases) => cases.iter().filter_map(|case| case.shape.as_ref()).collect(),
            Kind::Enum(_) => Vec::new(),
        }
    }
}

fn name_in(shape: &Shape, found: &mut BTreeSet<String>) {
    match shape {
        Shape::Named(name) => drop(found.insert(name.clone())),
        Shape::Option(inner) | Shape::List(inner) => name_in(inner, found),
        Shape::Tuple(parts) => parts.iter().for_each(|part| name_in(part, found)),
        Shape::Bool | Shape::Text | Shape::U32 | Shape::S64 => {}
    }
}

fn renamed(name: &str) -> String {
    RENAMED.iter().find(|(from, _)| *from == name).map_or_else(|| name.to_owned(), |(_, to)| (*to).to_owned())
}

fn kind(resolve: &Resolve, id: TypeId) -> Option<Kind> {
    let docs = |docs: &wit_parser::Docs| docs.contents.clone().unwrap_or_default();
    Some(match &resolve.types[id].kind {
        TypeDefKind::Record(record) => Kind::Record(
            record.fields.iter().map(|f| Field { name: f.name.clone(), docs: docs(&f.docs), shape: shape(resolve, f.ty) }).collect(),
        ),
        TypeDefKind::Variant(variant) => Kind::Variant(
            variant
                .cases
                .iter()
                .map(|c| Case { name: c.name.clone(), docs: docs(&c.docs), shape: c.ty.map(|ty| shape(resolve, ty)) })
                .collect(),
        ),
        TypeDefKind::Enum(all) => Kind::Enum(all.cases.iter().map(|case| (case.name.clone(), docs(&case.docs))).collect()),
        // `use other.{name}`.
        TypeDefKind::Type(_) => return None,
        other => panic!("the SDKs know no {}: teach sdk/cli/tests/bindings", other.as_str()),
    })
}

fn shape(resolve: &Resolve, ty: Type) -> Shape {
    match ty {
        Type::Bool => Shape::Bool,
        Type::String => Shape::Text,
        Type::U32 => Shape::U32,
        Type::S64 => Shape::S64,
        Type::Id(id) => match &resolve.types[id].kind {
            TypeDefKind::Type(inner) => shape(resolve, *inner),
            TypeDefKind::Option(inner) => Shape::Option(Box::new(shape(resolve, *inner))),
            TypeDefKind::List(inner) => Shape::List(Box::new(shape(resolve, *inner))),
            TypeDefKind::Tuple(tuple) => Shape::Tuple(tuple.types.iter().map(|&ty| shape(resolve, ty)).collect()),
            _ => Shape::Named(renamed(resolve.types[id].name.as_deref().unwrap())),
        },
        other => panic!("the SDKs know no {other:?}: teach sdk/cli/tests/bindings"),
    }
}

/// What a `result<T, rule-error>` holds when all is well.
fn answer(resolve: &Resolve, result: Option<Type>) -> Option<Shape> {
    let Some(Type::Id(id)) = result else { return None };
    match &resolve.types[id].kind {
        TypeDefKind::Result(result) => result.ok.map(|ty| shape(resolve, ty)),
        _ => None,
    }
}

/// `case-file` as `CaseFile`.
pub(crate) fn pascal(name: &str) -> String {
    name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// `now-ms` as `nowMs`.
pub(crate) fn camel(name: &str) -> String {
    let pascal = pascal(name);
    pascal[..1].to_lowercase() + &pascal[1..]
}

/// `now-ms` as `now_ms`.
pub(crate) fn snake(name: &str) -> String {
    name.replace('-', "_")
}

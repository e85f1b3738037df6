//! The sandbox against rules written by hand in the text format: good ones, broken ones and hostile ones.

mod admission;
mod artefacts;
mod calls;
mod configs;
mod corpus;
mod guest;
mod hostile;
mod neighbours;
mod replays;
mod world;

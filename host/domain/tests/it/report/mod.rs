mod definition;
mod fact;

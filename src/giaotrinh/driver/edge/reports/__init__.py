"""Pages the driver itself writes: the report and the sign-off sheet of an import."""

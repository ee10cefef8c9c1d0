"""Watch: what the units' sites publish, with proof. `engine` and `probes` need no Django."""

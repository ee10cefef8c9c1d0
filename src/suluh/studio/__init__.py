"""Pictures and videos from officers: taken in, made safe, cut to the shape that a channel wants."""

"""Who is who: which mentions belong to one entity, and which entities a name can mean. It stands on the book alone."""

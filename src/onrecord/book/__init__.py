"""The record book: its tables, the engine beneath them, ingest in one transaction a source, locators."""

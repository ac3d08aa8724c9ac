"""Story text to claims: text, mentions, quantities, quotations, modality, frames. Knows no book."""

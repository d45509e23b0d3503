"""DOCX, PDF and XLSX in and out. Knows the libraries and nothing about law."""

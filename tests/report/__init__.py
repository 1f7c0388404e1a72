"""Tests of the words: result, doctor's sheet, print-out, text and data."""

"""Figures to series: the counting rules of the README, one module a rule."""

"""The labs' functions as they should be, with every argument checked: the source of all expected values.

One module per lab; a function has the name and the order of parameters that the lab fixes. Arguments may be numbers,
lists or arrays; labs 01 to 04 return numbers and lists, lab 05 numbers and arrays. Every function raises TypeError or
ValueError (expected, found, what to do) for what it can't use: text, nan, an alpha that is not above 0, lengths that don't fit.
"""

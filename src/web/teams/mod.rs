//! Rounds that teams play with the same money. Draws what it is given; a part of the workshop.

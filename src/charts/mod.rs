//! Chart geometry, drawings as bytes, and what a chart says in words. Plain numbers in, plain numbers out.

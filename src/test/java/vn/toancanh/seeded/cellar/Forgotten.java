package vn.toancanh.seeded.cellar;

/** Breaks "every class stands in a room". */
public record Forgotten(String thing) {}

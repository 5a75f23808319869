package vn.toancanh.seeded.live;

/** Closes a cycle: the roof knows it, and its room knows the roof. */
public record Low(String thing) {}

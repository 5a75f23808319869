package vn.toancanh.shift;

import java.net.URI;

/** Whose shift it is, and at which server. Two people who share a desk have a shift each. */
public record ShiftOwner(URI server, String user) {}

package vn.toancanh.deeds;

import java.net.URI;

/** Who did it, and the server that is to learn of it. Another user's deeds wait until that user is signed in again. */
public record DeedOwner(URI server, String user) {}

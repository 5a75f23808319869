package vn.toancanh.access;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** The port that keeps by which hash somebody may unlock this desk, or go on at it, while the server is away. Lane: DESK. */
public interface PasswordMemory {
    /** Keeps a hash in place of the one before; returns at once and writes later. */
    void keep(URI server, String user, String hash);

    /** Tells the hash kept for that user; empty where there is none. */
    void kept(URI server, String user, Consumer<Optional<String>> answer);
}

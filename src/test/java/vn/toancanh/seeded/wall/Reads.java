package vn.toancanh.seeded.wall;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks "no files or sockets where it paints". */
final class Reads {
    boolean there(Path path) {
        return Files.exists(path);
    }
}

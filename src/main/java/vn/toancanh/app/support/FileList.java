package vn.toancanh.app.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What lies in our folders: names, sizes and times, and nothing of what is in the files. */
final class FileList {
    private static final int DEPTH = 6;
    private static final int MOST_FILES = 3000;

    private FileList() {}

    /** Every file below those folders: size in bytes, time of the last change, path. */
    static List<String> lines(Collection<Path> folders) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path folder : folders) {
            lines.add(folder + ":");
            for (Path file : below(folder)) {
                BasicFileAttributes facts =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                lines.add(
                        String.format("%13d  %s  %s", facts.size(), facts.lastModifiedTime(), folder.relativize(file)));
            }
        }
        return lines;
    }

    /** Files below a folder, as many as may be listed; what cannot be read is passed over. */
    static List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    found.add(file);
                    return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        found.sort(null);
        return found;
    }
}

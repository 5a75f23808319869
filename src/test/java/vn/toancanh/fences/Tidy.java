package vn.toancanh.fences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about files rather than classes; each works on any root, so that a test can show it failing. */
public final class Tidy {
    /** How long a Java file may be without a waiver, lines. */
    public static final int MOST_LINES = 300;

    /** The same for tests, which list cases. */
    public static final int MOST_TEST_LINES = 400;

    private static final Set<String> TOP_LEVEL = Set.of(
            ".ci",
            ".git",
            ".gitattributes",
            ".gitignore",
            ".mvn",
            "CHANGELOG.md",
            "LICENSE",
            "README.md",
            "docs",
            "installers",
            "layouts",
            "pom.xml",
            "src",
            "wall",
            "wall.cmd");
    private static final Set<String> MADE_HERE = Set.of("target", "shots", ".idea", ".vscode");
    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(|Color\\.(rgb|hsb|gray|color|[A-Z]{3,})\\b|Color\\.(web|valueOf)\\(\\s*\"");
    private static final Pattern FAREWELL = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private Tidy() {}

    /**
     * Names at the top of the repository that do not belong there. Whoever runs the program may leave pictures and data beside it,
     * so that what is not kept in the repository does not count.
     */
    public static List<String> strangersAtTheTop(Path repository) {
        return kept(repository).stream()
                .filter(name -> !TOP_LEVEL.contains(name))
                .sorted()
                .toList();
    }

    /** Top names of what the repository keeps, or is about to; of a folder that is none, all. */
    private static Set<String> kept(Path repository) {
        return Files.exists(repository.resolve(".git"))
                ? tracked(repository).orElseGet(() -> listed(repository))
                : listed(repository);
    }

    /** Empty where there is no git, or it does not trust the folder. */
    private static Optional<Set<String>> tracked(Path repository) {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(repository.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() != 0
                    ? Optional.empty()
                    : Optional.of(Stream.of(names.split("\0", -1))
                            .filter(name -> !name.isEmpty())
                            .map(name -> name.split("/", 2)[0])
                            .collect(Collectors.toSet()));
        } catch (IOException withoutGit) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Set<String> listed(Path repository) {
        try (Stream<Path> entries = Files.list(repository)) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> !MADE_HERE.contains(name) && !name.endsWith(".iml"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Java files longer than {@link #MOST_LINES} whose class does not waive "files stay short" with a reason. */
    public static List<String> longFiles(Path sources) {
        List<String> found = new ArrayList<>();
        for (Path file : files(sources, ".java")) {
            String text = read(file);
            long lines = text.lines().count();
            boolean test = file.getFileName().toString().endsWith("Test.java");
            if (lines > (test ? MOST_TEST_LINES : MOST_LINES)
                    && !text.contains("fence = \"" + House.SHORT_FILES + "\"")) {
                found.add(file + ": " + lines + " lines");
            }
        }
        return found;
    }

    /** Packages whose package-info is missing or does not say {@code @NullMarked}. */
    public static List<String> unmarkedPackages(Path sources) {
        Set<Path> folders = new TreeSet<>();
        files(sources, ".java").forEach(file -> folders.add(file.getParent()));
        return folders.stream()
                .filter(folder -> {
                    Path info = folder.resolve("package-info.java");
                    return !Files.exists(info)
                            || !read(info).contains("@NullMarked")
                            || !read(info).startsWith("/**");
                })
                .map(Path::toString)
                .toList();
    }

    /** Lines with a colour outside the token stylesheets; what the simulator paints is a scene, not a look. */
    public static List<String> colours(Path main) {
        List<String> found = new ArrayList<>();
        List<Path> all = new ArrayList<>(files(main, ".java"));
        all.addAll(files(main, ".css"));
        for (Path file : all) {
            String path = file.toString().replace('\\', '/');
            if (path.contains("/simulator/") || path.contains("/bench/") || path.matches(".*/tokens[^/]*\\.css")) {
                continue;
            }
            find(file, COLOUR, found);
        }
        return found;
    }

    /** Lines that promise to be done later. */
    public static List<String> promises(Path sources) {
        List<String> found = new ArrayList<>();
        files(sources, ".java").stream()
                .filter(file -> !file.endsWith("Tidy.java"))
                .forEach(file -> find(file, FAREWELL, found));
        return found;
    }

    private static void find(Path file, Pattern pattern, List<String> found) {
        List<String> lines = read(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("*")
                    && !line.startsWith("/*")
                    && pattern.matcher(line).find()) {
                found.add(file + ":" + (i + 1) + ": " + line);
            }
        }
    }

    /** All files below a folder with that ending, in order. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

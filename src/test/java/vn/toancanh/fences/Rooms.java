package vn.toancanh.fences;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of rooms: what each may know of the others, and which library is at home in which rooms. */
final class Rooms {
    private static final List<String> WORKROOMS = List.of(
            "live", "wall", "ptz", "geo", "catalogue", "access", "alarms", "administration", "prefs", "deeds", "shift");
    private static final List<String> UI_ROOMS = List.of(
            "ui.grid",
            "ui.tree",
            "ui.map",
            "ui.ptz",
            "ui.layouts",
            "ui.alarms",
            "ui.administration",
            "ui.shift",
            "ui.walls",
            "ui.login");

    /** Room to the rooms it may know, besides itself. */
    private static final Map<String, Set<String>> KNOWS = new LinkedHashMap<>();

    static {
        room("base");
        room("model", "base");
        room("frames", "base");
        room("rtsp", "base model");
        room("control", "base model");
        room("live", "base model frames");
        for (String workroom : WORKROOMS) {
            KNOWS.putIfAbsent(workroom, Set.of("base", "model"));
        }
        room("desk", "base model frames " + String.join(" ", WORKROOMS));
        room("decoder", "base model frames rtsp control");
        room("pool", "base model frames live control");
        // Digest authentication is one for RTSP and HTTP.
        room("onvif", "base model rtsp ptz");
        room("commissioning", "base model onvif");
        room("central", "base model layouts live wall ptz catalogue access alarms administration prefs deeds shift");
        room("store", "base model live wall catalogue access alarms prefs deeds shift");
        room("joystick", "base model ptz");
        room("basemap", "base model geo");
        room("ui.kit", "base model");
        String views = "base model frames desk ui.kit " + String.join(" ", WORKROOMS);
        for (String each : UI_ROOMS) {
            room(each, views);
        }
        room("ui.layouts", views + " layouts");
        room("ui.shell", views + " " + String.join(" ", UI_ROOMS));
        room("inventory", "base model");
        room("layouts", "base model wall");
        room("server", "base model inventory rtsp layouts onvif");
        room("simulator", "base model rtsp");
        String all = String.join(" ", KNOWS.keySet());
        room("bench", all);
        room("app", all + " bench");
    }

    /** Package prefixes of a library, to the rooms where it is at home. */
    private record Library(String name, String prefixes, String rooms, String reason) {
        boolean covers(String className) {
            return Arrays.stream(prefixes.split(" ", -1)).anyMatch(className::startsWith);
        }

        boolean mayBeIn(String room) {
            return Arrays.stream(rooms.split(" ", -1))
                    .anyMatch(home -> room.equals(home) || room.startsWith(home + "."));
        }
    }

    private static final List<Library> LIBRARIES = List.of(
            new Library(
                    "JavaFX only in views",
                    "javafx. com.sun.javafx.",
                    "ui app bench",
                    "lanes, not toolkits, carry the work, so that rooms are tested without a screen"),
            new Library(
                    "look libraries only in views",
                    "org.controlsfx. atlantafx. org.kordamp.",
                    "ui",
                    "a look can be changed in one place"),
            new Library(
                    "libVLC only in the decoder",
                    "uk.co.caprica. com.sun.jna.",
                    "decoder",
                    "a process that loads libVLC may die of a bitstream; the client must not"),
            new Library(
                    "HTTP client only at the net",
                    "okhttp3. okio. kotlin.",
                    "central onvif",
                    "time-outs, pins and redaction are set once"),
            new Library(
                    "no second HTTP client",
                    "java.net.http. com.sun.net.httpserver.",
                    "nowhere",
                    "one HTTP library on each side is enough"),
            new Library(
                    "SQL only in stores",
                    "java.sql. javax.sql. org.sqlite.",
                    "store basemap server",
                    "a statement that waits on a disk must not reach a lane that paints"),
            new Library(
                    "web library only in the server",
                    "io.javalin. io.prometheus. jakarta.servlet. org.eclipse.jetty.",
                    "server",
                    "the client may be shipped without it"),
            new Library(
                    "cryptography library only for hashes and certificates",
                    "org.bouncycastle.",
                    "base server",
                    "the JDK does the rest, and one place decides how a password is kept"),
            new Library(
                    "JSON only at the edges",
                    "tools.jackson. com.fasterxml.jackson.",
                    "control pool decoder central store prefs server inventory simulator app bench",
                    "inside the house things have types"),
            new Library(
                    "YAML only where layouts are read",
                    "org.snakeyaml.",
                    "layouts",
                    "one place refuses what makes YAML dangerous"),
            new Library(
                    "SDL only where sticks are read",
                    "org.lwjgl.",
                    "joystick",
                    "one thread owns it, and the client may be shipped without it"),
            new Library(
                    "command line only in app",
                    "picocli.",
                    "app bench",
                    "options are read once and passed by constructors"),
            new Library(
                    "log engine only in app", "ch.qos.logback.", "app", "rooms log through slf4j and know no engine"),
            new Library(
                    "no logging in words and slots",
                    "org.slf4j.",
                    "base live wall ptz geo catalogue access alarms prefs deeds desk control decoder pool onvif central store joystick basemap ui inventory server simulator bench app",
                    "model, frames and rtsp need the JDK only; they tell their owner instead"),
            new Library(
                    "AWT only where pictures are drawn",
                    "java.awt. javax.swing. javax.imageio.",
                    "simulator app bench",
                    "two toolkits in one process fight over the main thread"));

    private Rooms() {}

    private static void room(String name, String... knows) {
        Set<String> seen = new LinkedHashSet<>();
        for (String list : knows) {
            seen.addAll(List.of(list.split(" ", -1)));
        }
        KNOWS.put(name, Set.copyOf(seen));
    }

    static Set<String> names() {
        return KNOWS.keySet();
    }

    /** The room of a class under {@code root}: {@code live}, {@code ui.grid}; empty for a class that stands in none. */
    static String of(String root, JavaClass item) {
        String name = item.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String inside = name.substring(root.length() + 1);
        String[] parts = inside.split("\\.", -1);
        return parts[0].equals("ui") && parts.length > 1 ? "ui." + parts[1] : parts[0];
    }

    /** One fence a room, one a library, one against cycles, one against rooms that are not in the table. */
    static List<Fence> fences(String root) {
        List<Fence> fences = new ArrayList<>();
        for (var entry : KNOWS.entrySet()) {
            fences.add(roomFence(root, entry.getKey(), entry.getValue()));
        }
        for (Library library : LIBRARIES) {
            fences.add(new Fence(library.name, library.reason, (item, tell) -> {
                String room = of(root, item);
                if (!room.isEmpty() && !library.mayBeIn(room)) {
                    Fence.eachDependency(item, (target, how) -> {
                        if (library.covers(target.getName())) {
                            tell.accept(how.getDescription());
                        }
                    });
                }
            }));
        }
        fences.add(new Fence("every class stands in a room", "a class without a room has no owner", (item, tell) -> {
            if (!KNOWS.containsKey(of(root, item))) {
                tell.accept("package " + item.getPackageName() + " is no room of the table");
            }
        }));
        return fences;
    }

    private static Fence roomFence(String root, String room, Set<String> knows) {
        String reason = "arrows point downwards only; " + room + " may know "
                + (knows.isEmpty() ? "nobody" : new TreeSet<>(knows));
        return new Fence("room " + room, reason, (item, tell) -> {
            if (!of(root, item).equals(room)) {
                return;
            }
            Fence.eachDependency(item, (target, how) -> {
                String other = of(root, target);
                if (!other.isEmpty() && !other.equals(room) && !knows.contains(other)) {
                    tell.accept("knows " + other + ": " + how.getDescription());
                }
            });
        });
    }

    /** Cycles between rooms, each as one line; empty where there are none. */
    static List<String> cycles(String root, Iterable<JavaClass> classes) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (JavaClass item : classes) {
            String from = of(root, item);
            Fence.eachDependency(item, (target, how) -> {
                String to = of(root, target);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    edges.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
                }
            });
        }
        boolean shrunk = true;
        while (shrunk) {
            Set<String> sinks = edges.values().stream()
                    .flatMap(Set::stream)
                    .filter(to -> !edges.containsKey(to))
                    .collect(Collectors.toSet());
            edges.values().forEach(targets -> targets.removeAll(sinks));
            shrunk = edges.values().removeIf(Set::isEmpty);
            Set<String> known = edges.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            shrunk |= edges.keySet().retainAll(known);
        }
        return edges.entrySet().stream()
                .map(e -> e.getKey() + " -> " + e.getValue())
                .toList();
    }
}

package vn.toancanh.fences;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All fences for the tree of packages under one root: the product, or the seeded breaches. */
public final class House {
    /** The fence about files, which is checked on sources and not on classes. */
    static final String SHORT_FILES = "files stay short";

    private static final String CYCLES = "no cycles between rooms";
    private static final String PULSE = "one render pulse";

    /** The class, below the seeded root, that breaks each fence; rooms are broken by their {@code Strays}. */
    private static final Map<String, String> SEEDS = Map.ofEntries(
            Map.entry("JavaFX only in views", "live.Paints"),
            Map.entry("look libraries only in views", "app.Styled"),
            Map.entry("libVLC only in the decoder", "pool.Loads"),
            Map.entry("HTTP client only at the net", "server.Calls"),
            Map.entry("no second HTTP client", "central.CallsToo"),
            Map.entry("SQL only in stores", "catalogue.Asks"),
            Map.entry("web library only in the server", "simulator.Serves"),
            Map.entry("cryptography library only for hashes and certificates", "central.Hashes"),
            Map.entry("JSON only at the edges", "desk.Parses"),
            Map.entry("YAML only where layouts are read", "store.Unravels"),
            Map.entry("SDL only where sticks are read", "ptz.Plugs"),
            Map.entry("command line only in app", "simulator.Options"),
            Map.entry("log engine only in app", "base.Engine"),
            Map.entry("no logging in words and slots", "frames.Talks"),
            Map.entry("AWT only where pictures are drawn", "ui.grid.Awt"),
            Map.entry("every class stands in a room", "cellar.Forgotten"),
            Map.entry("threads only from base", "pool.Spawns"),
            Map.entry("clocks only through Clock", "live.Looks"),
            Map.entry("exit only in app", "decoder.Leaves"),
            Map.entry("no waiting where it paints", "ui.tree.Waits"),
            Map.entry("no files or sockets where it paints", "wall.Reads"),
            Map.entry("runLater only in FxLane", "ui.shell.Later"),
            Map.entry("no mutable statics", "prefs.Remembers"),
            Map.entry("names say what a thing is", "access.SessionManager"),
            Map.entry("stdout belongs to app", "store.Prints"),
            Map.entry(PULSE, "ui.map.PulsesToo"),
            Map.entry(CYCLES, "live"));

    private final String root;
    private final Map<String, Fence> fences = new LinkedHashMap<>();

    private House(String root) {
        this.root = root;
        Rooms.fences(root).forEach(fence -> fences.put(fence.name(), fence));
        Habits.fences(root).forEach(fence -> fences.put(fence.name(), fence));
    }

    public static House of(String root) {
        return new House(root);
    }

    public List<String> names() {
        List<String> names = new ArrayList<>(fences.keySet());
        names.add(CYCLES);
        names.add(PULSE);
        return names;
    }

    /** Where the seed of a fence stands, below the seeded root. */
    public static String seedOf(String fence) {
        return fence.startsWith("room ")
                ? fence.substring("room ".length()) + ".Strays"
                : SEEDS.getOrDefault(fence, "a seed that nobody wrote");
    }

    /**
     * Checks one fence.
     *
     * @throws AssertionError naming each breach
     */
    public void check(String name, JavaClasses classes) {
        Fence fence = fences.get(name);
        if (fence != null) {
            fence.rule(true).check(classes);
            return;
        }
        List<String> complaints = complaints(name, classes);
        if (!complaints.isEmpty()) {
            throw new AssertionError(name + ": " + String.join("; ", complaints));
        }
    }

    /** What a fence complains about, one line a breach; waived classes are left out. */
    public List<String> complaints(String name, JavaClasses classes) {
        Fence fence = fences.get(name);
        if (fence != null) {
            return fence.rule(true).evaluate(classes).getFailureReport().getDetails();
        }
        if (name.equals(CYCLES)) {
            return Rooms.cycles(root, classes).stream()
                    .map(line -> root + "." + line)
                    .toList();
        }
        List<String> pulses = Habits.pulses(classes);
        return pulses.size() > 1 ? pulses : List.of();
    }

    /** Waivers that name no fence, give no reason worth the name, or let nothing through. */
    public List<String> idleWaivers(JavaClasses classes) {
        List<String> idle = new ArrayList<>();
        for (JavaClass each : classes) {
            for (var waiver : Fence.waiversOf(each).entrySet()) {
                Fence fence = fences.get(waiver.getKey());
                if (waiver.getKey().equals(SHORT_FILES) && waiver.getValue().length() >= 20) {
                    continue;
                }
                if (fence == null
                        || waiver.getValue().length() < 20
                        || !fence.breakers(classes)
                                .contains(Fence.outermost(each).getName())) {
                    idle.add(each.getName() + " from \"" + waiver.getKey() + "\"");
                }
            }
        }
        return idle;
    }
}

package vn.toancanh.fences;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The fences about what code may do, whichever room it stands in. */
final class Habits {
    private static final Pattern BAD_NAME = Pattern.compile(".*(Manager|Helper|Utils?)");
    private static final Set<String> MAY_NOT_WAIT = Set.of(
            "desk", "live", "wall", "ptz", "geo", "catalogue", "access", "alarms", "administration", "prefs", "shift");
    private static final Set<String> CLOCK_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");
    private static final Map<String, Set<String>> WAITS = Map.ofEntries(
            Map.entry("java.lang.Thread", Set.of("sleep", "join")),
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.util.concurrent.Future", Set.of("get", "resultNow")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.CyclicBarrier", Set.of("await")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
            Map.entry("java.util.concurrent.locks.Condition", Set.of("await")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("park", "parkNanos")));

    private Habits() {}

    static List<Fence> fences(String root) {
        return List.of(
                access(
                        root,
                        "threads only from base",
                        "each thread has a name and an owner",
                        Habits::makesThread,
                        room -> !room.equals("base")),
                access(
                        root,
                        "clocks only through Clock",
                        "tests turn time by hand",
                        Habits::readsClock,
                        room -> !room.equals("base")),
                access(
                        root,
                        "exit only in app",
                        "whoever owns the process ends it, in order",
                        Habits::exits,
                        room -> !room.equals("app")),
                access(
                        root,
                        "no waiting where it paints",
                        "views, desk and workrooms share the thread that paints",
                        Habits::waits,
                        room -> MAY_NOT_WAIT.contains(room) || room.startsWith("ui.")),
                access(
                        root,
                        "no files or sockets where it paints",
                        "a slow disk or network must not be seen on the wall",
                        Habits::touchesOutside,
                        room -> MAY_NOT_WAIT.contains(room) || room.startsWith("ui.")),
                runLaterOnlyInFxLane(root),
                new Fence(
                        "no mutable statics",
                        "two walls in one test must not meet in a static",
                        Habits::mutableStatics),
                new Fence("names say what a thing is", "Manager, Helper and Util say nothing", (item, tell) -> {
                    if (BAD_NAME.matcher(item.getSimpleName()).matches()) {
                        tell.accept("is called " + item.getSimpleName());
                    }
                }),
                new Fence(
                        "stdout belongs to app",
                        "libVLC prints there, and the last line is a result for programs",
                        (item, tell) -> {
                            if (!Rooms.of(root, item).equals("app")
                                    && !Rooms.of(root, item).equals("bench")) {
                                for (JavaAccess<?> access : item.getFieldAccessesFromSelf()) {
                                    if (access.getTargetOwner().isEquivalentTo(System.class)
                                            && !access.getTarget().getName().equals("in")) {
                                        tell.accept(access.getDescription());
                                    }
                                }
                            }
                        }));
    }

    /** Outermost classes that use the render pulse of JavaFX; there may be one. */
    static List<String> pulses(Iterable<JavaClass> classes) {
        var names = new java.util.TreeSet<String>();
        for (JavaClass item : classes) {
            Fence.eachDependency(item, (target, how) -> {
                if (target.getName().equals("javafx.animation.AnimationTimer")) {
                    names.add(Fence.outermost(item).getName());
                }
            });
        }
        return List.copyOf(names);
    }

    private static Fence access(
            String root,
            String name,
            String reason,
            BiPredicate<JavaClass, String> forbidden,
            Predicate<String> rooms) {
        return new Fence(name, reason, (item, tell) -> {
            if (!rooms.test(Rooms.of(root, item))) {
                return;
            }
            for (JavaAccess<?> access : accesses(item)) {
                AccessTarget target = access.getTarget();
                if (forbidden.test(target.getOwner(), target.getName())) {
                    tell.accept(access.getDescription());
                }
            }
        });
    }

    private static Collection<? extends JavaAccess<?>> accesses(JavaClass item) {
        return item.getAccessesFromSelf();
    }

    private static boolean makesThread(JavaClass owner, String member) {
        boolean made = member.equals("<init>");
        return switch (owner.getName()) {
            case "java.lang.Thread" ->
                made || Set.of("ofPlatform", "ofVirtual", "startVirtualThread").contains(member);
            case "java.util.Timer" -> made;
            case "java.util.concurrent.Executors" -> true;
            case "java.util.concurrent.CompletableFuture" ->
                member.endsWith("Async") || member.equals("delayedExecutor");
            default ->
                (made
                                && (owner.isAssignableTo(java.util.concurrent.ExecutorService.class)
                                        || owner.isAssignableTo(Thread.class)))
                        || member.equals("parallelStream")
                        || (member.equals("parallel") && owner.getName().startsWith("java.util.stream."))
                        || owner.getName().equals("javafx.concurrent.Task");
        };
    }

    private static boolean readsClock(JavaClass owner, String member) {
        return (owner.isEquivalentTo(System.class)
                        && Set.of("nanoTime", "currentTimeMillis").contains(member))
                || (CLOCK_TYPES.contains(owner.getName()) && member.equals("now"))
                || (owner.getName().equals("java.time.Clock")
                        && (member.startsWith("system") || member.startsWith("tick")))
                || (owner.getName().equals("java.util.Date") && member.equals("<init>"));
    }

    private static boolean exits(JavaClass owner, String member) {
        return (owner.isEquivalentTo(System.class) || owner.isEquivalentTo(Runtime.class))
                && Set.of("exit", "halt").contains(member);
    }

    private static boolean waits(JavaClass owner, String member) {
        for (var entry : WAITS.entrySet()) {
            boolean same = owner.getName().equals(entry.getKey())
                    || owner.getAllRawInterfaces().stream()
                            .anyMatch(i -> i.getName().equals(entry.getKey()));
            if (same && entry.getValue().contains(member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean touchesOutside(JavaClass owner, String member) {
        return owner.getName().equals("java.nio.file.Files")
                || Set.of(
                                "java.io.FileInputStream",
                                "java.io.FileOutputStream",
                                "java.io.FileReader",
                                "java.io.FileWriter",
                                "java.io.RandomAccessFile",
                                "java.lang.ProcessBuilder",
                                "java.net.Socket",
                                "java.net.ServerSocket")
                        .contains(owner.getName())
                || (owner.getName().equals("java.net.URI") && member.equals("toURL"))
                || (owner.getName().equals("java.net.InetAddress") && member.startsWith("get"))
                || (owner.getName().startsWith("java.nio.channels.") && member.equals("open"));
    }

    private static Fence runLaterOnlyInFxLane(String root) {
        return new Fence(
                "runLater only in FxLane", "one bridge to the thread that paints can be watched", (item, tell) -> {
                    if (item.getName().equals(root + ".ui.kit.FxLane")
                            || item.getName().startsWith(root + ".ui.kit.FxLane$")) {
                        return;
                    }
                    for (JavaAccess<?> access : accesses(item)) {
                        if (access.getTargetOwner().getName().equals("javafx.application.Platform")
                                && access.getTarget().getName().equals("runLater")) {
                            tell.accept(access.getDescription());
                        }
                    }
                });
    }

    private static void mutableStatics(JavaClass item, java.util.function.Consumer<String> tell) {
        for (JavaField field : item.getFields()) {
            if (!field.getModifiers().contains(JavaModifier.STATIC)
                    || field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                continue;
            }
            String type = field.getRawType().getName();
            boolean container = type.startsWith("java.util.concurrent.atomic.")
                    || type.startsWith("java.util.concurrent.Concurrent")
                    || Set.of(
                                    "java.util.ArrayList",
                                    "java.util.HashMap",
                                    "java.util.HashSet",
                                    "java.util.LinkedHashMap",
                                    "java.util.TreeMap",
                                    "java.util.ArrayDeque",
                                    "java.lang.ThreadLocal")
                            .contains(type);
            if (!field.getModifiers().contains(JavaModifier.FINAL) || container) {
                tell.accept("static " + field.getName() + " of " + type + " can change");
            }
        }
    }
}

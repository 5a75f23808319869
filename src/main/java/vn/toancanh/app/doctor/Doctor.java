package vn.toancanh.app.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Texts;

/** Looks at everything on this machine that the wall needs, and says what to do about what is wrong. */
public final class Doctor {
    private final Surroundings given;
    private final List<Check> checks;

    public Doctor(Surroundings given) {
        this(given, checksOf(given));
    }

    Doctor(Surroundings given, List<Check> checks) {
        this.given = given;
        this.checks = List.copyOf(checks);
    }

    private static List<Check> checksOf(Surroundings given) {
        Texts texts = given.texts();
        Probe probe = new Probe();
        return List.of(
                new JdkCheck(texts, Runtime.version().feature()),
                new LibVlcFound(texts, given.jvm(), probe),
                new LibraryCheck(
                        texts,
                        "gtk",
                        List.of("libgtk-3.so.0", "libXtst.so.6"),
                        "doctor.gtk",
                        "doctor.gtkMissing",
                        "doctor.gtkAdvice"),
                new LibraryCheck(
                        texts,
                        "gl",
                        List.of("libGL.so.1", "libXxf86vm.so.1"),
                        "doctor.gl",
                        "doctor.glMissing",
                        "doctor.glAdvice"),
                new DisplayCheck(texts, System.getenv()),
                new GraphicsCheck(texts, given.jvm(), probe, System.getenv()),
                new FontCheck(texts, probe),
                new EncoderCheck(texts, probe),
                new StickCheck(texts, given.jvm(), given.folders().cache(), probe),
                SpaceCheck.ofFolder(texts, "disk", given.folders().data(), SpaceCheck.DISK_NEEDED),
                SpaceCheck.ofFolder(texts, "cache", given.folders().cache(), SpaceCheck.DISK_NEEDED),
                SpaceCheck.ofFolder(
                        texts,
                        "temporary",
                        Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                        SpaceCheck.TEMPORARY_NEEDED),
                SpaceCheck.ofSharedMemory(texts),
                new ClockCheck(texts, given.clock(), probe));
    }

    /** Runs every check and prints what it saw; the exit status says whether all is well enough to work. */
    public int run(boolean json) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            Finding finding = check.look();
            findings.add(finding);
            if (!json) {
                given.out().println(words(given.texts(), finding));
            }
        }
        boolean well = findings.stream().noneMatch(finding -> finding.state() == Finding.State.PROBLEM);
        if (json) {
            given.out()
                    .println(JsonMapper.builder()
                            .build()
                            .writeValueAsString(Map.of("well", well, "findings", findings)));
        } else {
            given.out().println(given.texts().get(well ? "doctor.well" : "doctor.unwell"));
        }
        return well ? Exit.DONE : Exit.FAILED;
    }

    /** Runs every check and prints nothing. */
    public List<Finding> look() {
        return checks.stream().map(Check::look).toList();
    }

    /** What a check saw, as a person reads it: a line, and where something is to be done another. */
    public static String words(Texts texts, Finding finding) {
        String mark = switch (finding.state()) {
            case OK -> "doctor.ok";
            case WARNING -> "doctor.warning";
            case PROBLEM -> "doctor.problem";
        };
        String seen = texts.get(mark, finding.text());
        return finding.advice().isEmpty() ? seen : seen + System.lineSeparator() + "    → " + finding.advice();
    }
}

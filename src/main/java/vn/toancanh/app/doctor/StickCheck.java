package vn.toancanh.app.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Scratch;
import vn.toancanh.base.Texts;

/** Whether joysticks can be read, and which there are. The wall works without. */
record StickCheck(Texts texts, ChildJvm jvm, Path cache, Probe probe) implements Check {
    private static final String NAME = "sticks";

    @Override
    public Finding look() {
        List<String> unpacked = List.of(Scratch.sticks(cache));
        return finding(texts, probe.run(jvm.command("client", unpacked, StickProbe.class.getName(), List.of())));
    }

    static Finding finding(Texts texts, Optional<Probe.Said> said) {
        List<String> version = lines(said, StickProbe.VERSION);
        if (said.isEmpty() || said.get().status() != 0 || version.isEmpty()) {
            return Finding.warning(NAME, texts.get("doctor.sticksMissing"), texts.get("doctor.sticksAdvice"));
        }
        List<String> sticks = lines(said, StickProbe.STICK);
        return Finding.ok(
                NAME,
                sticks.isEmpty()
                        ? texts.get("doctor.sticksNone", version.getFirst())
                        : texts.get("doctor.sticks", version.getFirst(), String.join(", ", sticks)));
    }

    private static List<String> lines(Optional<Probe.Said> said, String beginning) {
        return said.map(Probe.Said::text)
                .orElse("")
                .lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip())
                .toList();
    }
}

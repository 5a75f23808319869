package vn.toancanh.app.doctor;

import java.time.Instant;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Texts;

/** A wrong clock breaks sessions, certificates and the age of pictures. */
record ClockCheck(Texts texts, Clock clock, Probe probe) implements Check {
    /** No machine's clock may stand before the program itself was made. */
    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public Finding look() {
        String now = clock.now().toString().substring(0, 19) + "Z";
        if (clock.now().isBefore(MADE)) {
            return Finding.problem("clock", texts.get("doctor.clockOld", now), texts.get("doctor.clockAdvice"));
        }
        boolean told = probe.run(List.of("timedatectl", "show", "-p", "NTPSynchronized", "--value"))
                .filter(said -> said.status() == 0 && said.text().strip().equals("no"))
                .isPresent();
        return told
                ? Finding.warning("clock", texts.get("doctor.clockFree", now), texts.get("doctor.clockAdvice"))
                : Finding.ok("clock", texts.get("doctor.clock", now));
    }
}

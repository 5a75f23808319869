package vn.toancanh.app.doctor;

import java.util.List;
import java.util.Optional;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Texts;

/** libVLC and the plugins the decoder needs, looked at by a decoder worker, because this process never loads libVLC. */
record LibVlcFound(Texts texts, ChildJvm jvm, Probe probe) implements Check {
    private static final String WORKER = "vn.toancanh.decoder.DecoderMain";

    @Override
    public Finding look() {
        Optional<Probe.Said> said = probe.run(jvm.command("service", List.of(), WORKER, List.of("--check")));
        // what libVLC itself says stands before the answer
        String words = said.map(Probe.Said::text).orElse("").strip().lines().reduce("libVLC", (any, last) -> last);
        if (said.isPresent() && said.get().status() == 0) {
            return Finding.ok("libvlc", texts.get("doctor.libvlc", words));
        }
        return Finding.problem("libvlc", texts.get("doctor.libvlcMissing", words), texts.get("doctor.libvlcAdvice"));
    }
}

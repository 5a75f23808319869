package vn.toancanh.app.doctor;

import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Texts;

/** The letters are the program's own; on Linux JavaFX still asks fontconfig for a fallback and fails without any font. */
record FontCheck(Texts texts, Probe probe) implements Check {
    @Override
    public Finding look() {
        boolean ours = FontCheck.class.getResource("/vn/toancanh/fonts/BeVietnamPro-Regular.ttf") != null;
        if (!ours) {
            return Finding.problem("fonts", texts.get("doctor.fontsOwn"), texts.get("doctor.reinstall"));
        }
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Finding.ok("fonts", texts.get("doctor.fonts"));
        }
        Optional<Probe.Said> said = probe.run(List.of("fc-match", "sans:lang=vi"));
        return said.isPresent()
                        && said.get().status() == 0
                        && !said.get().text().isBlank()
                ? Finding.ok("fonts", texts.get("doctor.fonts"))
                : Finding.problem("fonts", texts.get("doctor.fontsNone"), texts.get("doctor.fontsAdvice"));
    }
}

package vn.toancanh.app.doctor;

import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Texts;

/** ffmpeg with both encoders: only the simulated cameras need it. */
record EncoderCheck(Texts texts, Probe probe) implements Check {
    @Override
    public Finding look() {
        Optional<Probe.Said> said = probe.run(List.of("ffmpeg", "-hide_banner", "-encoders"));
        if (said.isEmpty()) {
            return Finding.warning("ffmpeg", texts.get("doctor.ffmpegMissing"), texts.get("doctor.ffmpegAdvice"));
        }
        boolean both =
                said.get().text().contains("libx264") && said.get().text().contains("libx265");
        return both
                ? Finding.ok("ffmpeg", texts.get("doctor.ffmpeg"))
                : Finding.warning("ffmpeg", texts.get("doctor.ffmpegPoor"), texts.get("doctor.ffmpegAdvice"));
    }
}

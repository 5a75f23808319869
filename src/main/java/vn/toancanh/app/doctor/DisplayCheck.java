package vn.toancanh.app.doctor;

import java.util.Map;
import vn.toancanh.base.Texts;

/** Whether there is a screen to open windows on. */
record DisplayCheck(Texts texts, Map<String, String> environment) implements Check {
    static boolean isThere(Map<String, String> environment) {
        return !System.getProperty("os.name", "").startsWith("Linux")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    @Override
    public Finding look() {
        if (isThere(environment)) {
            return Finding.ok("display", texts.get("doctor.display", environment.getOrDefault("DISPLAY", "")));
        }
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        return wayland.isEmpty()
                ? Finding.warning("display", texts.get("doctor.noDisplay"), texts.get("doctor.noDisplayAdvice"))
                : Finding.problem("display", texts.get("doctor.waylandOnly"), texts.get("doctor.waylandAdvice"));
    }
}

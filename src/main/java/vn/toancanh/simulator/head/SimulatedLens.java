package vn.toancanh.simulator.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a simulated head has besides its axes: a focus that moves until it is stopped, an iris, and things that are switched on and
 * off. As strict as the strictest: a focus that is automatic refuses to be moved. One thread at a time.
 */
final class SimulatedLens {
    /** At full speed it takes four seconds from one end to the other. */
    static final double FOCUS_PER_S = 0.25;

    /** Of attenuation, in dB; 0 is fully open. */
    static final double CLOSED_DB = -20;

    /** What it can be told, in its own words. */
    static final List<String> AUXILIARIES = List.of(
            "tt:Wiper|On", "tt:Wiper|Off", "tt:IRLamp|On", "tt:IRLamp|Off", "tt:IRLamp|Auto", "tt:WashingProcedure|On");

    private static final String SERVICE = "ver20/imaging";
    private static final double NANOS = 1e9;

    private final Map<String, String> switched = new LinkedHashMap<>();
    private double focus = 0.5;
    private double speed;
    private long lastNanos;
    private boolean autoFocus = true;
    private boolean autoIris = true;
    private double irisDb = CLOSED_DB / 2;

    SimulatedLens(long nowNanos) {
        lastNanos = nowNanos;
    }

    /**
     * Does what it is asked by the Imaging service.
     *
     * @param operation without the service's name
     */
    HeadAnswer answer(String operation, SoapRequest request, Set<HeadFault> faults, long now) {
        return switch (operation) {
            case "GetMoveOptions" ->
                HeadAnswer.of(
                        SERVICE,
                        operation,
                        "<n:MoveOptions><tt:Continuous><tt:Speed><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:Speed></tt:Continuous>"
                                + "</n:MoveOptions>");
            case "GetOptions" ->
                HeadAnswer.of(
                        SERVICE,
                        operation,
                        "<n:ImagingOptions><tt:Exposure><tt:Mode>AUTO</tt:Mode><tt:Mode>MANUAL</tt:Mode><tt:Iris><tt:Min>"
                                + CLOSED_DB
                                + "</tt:Min><tt:Max>0</tt:Max></tt:Iris></tt:Exposure><tt:Focus><tt:AutoFocusModes>AUTO</tt:AutoFocusModes>"
                                + "<tt:AutoFocusModes>MANUAL</tt:AutoFocusModes></tt:Focus></n:ImagingOptions>");
            case "GetImagingSettings" ->
                HeadAnswer.of(
                        SERVICE,
                        operation,
                        String.format(
                                Locale.ROOT,
                                "<n:ImagingSettings><tt:Exposure><tt:Mode>%s</tt:Mode><tt:Iris>%.4f</tt:Iris></tt:Exposure><tt:Focus>"
                                        + "<tt:AutoFocusMode>%s</tt:AutoFocusMode></tt:Focus></n:ImagingSettings>",
                                mode(autoIris),
                                irisDb,
                                mode(autoFocus)));
            case "SetImagingSettings" -> set(request);
            case "Move" -> move(request, faults, now);
            case "Stop" -> stop(faults, now);
            default -> HeadAnswer.fault("ActionNotSupported", "not simulated: " + operation);
        };
    }

    private static String mode(boolean auto) {
        return auto ? "AUTO" : "MANUAL";
    }

    private HeadAnswer set(SoapRequest request) {
        double wanted = request.value("Iris").isPresent() ? request.number("Iris") : irisDb;
        if (wanted < CLOSED_DB || wanted > 0) {
            return HeadAnswer.fault("SettingsInvalid", "an iris outside of its range");
        }
        irisDb = wanted;
        autoIris = request.value("Mode").map("AUTO"::equals).orElse(autoIris);
        autoFocus = request.value("AutoFocusMode").map("AUTO"::equals).orElse(autoFocus);
        return HeadAnswer.of(SERVICE, "SetImagingSettings", "");
    }

    private HeadAnswer move(SoapRequest request, Set<HeadFault> faults, long now) {
        double wanted = request.number("Speed");
        if (request.value("Speed").isEmpty() || Math.abs(wanted) > 1 || autoFocus) {
            return HeadAnswer.fault("InvalidArgVal", "no speed of this focus, or it is automatic");
        }
        if (wanted != 0 || !faults.contains(HeadFault.FALSE_STOP)) {
            focus(now);
            speed = wanted * FOCUS_PER_S;
        }
        return HeadAnswer.of(SERVICE, "Move", "");
    }

    private HeadAnswer stop(Set<HeadFault> faults, long now) {
        if (faults.contains(HeadFault.NO_STOP)) {
            return HeadAnswer.fault("ActionNotSupported", "no stops");
        }
        if (!faults.contains(HeadFault.FALSE_STOP)) {
            focus(now);
            speed = 0;
        }
        return HeadAnswer.of(SERVICE, "Stop", "");
    }

    /** Has something be on or off, as it says. */
    HeadAnswer switchTo(String command) {
        if (!AUXILIARIES.contains(command)) {
            return HeadAnswer.fault("InvalidArgVal", "no such auxiliary");
        }
        String[] parts = command.split("\\|", 2);
        switched.put(parts[0], parts[1]);
        return HeadAnswer.ptz("SendAuxiliaryCommand", "");
    }

    /** Where the focus is: 0 the nearest, 1 the farthest. */
    double focus(long now) {
        focus = Math.clamp(focus + speed * Math.max(0, now - lastNanos) / NANOS, 0, 1);
        lastNanos = now;
        return focus;
    }

    /** As it is now, for whoever looks at it. */
    LensLook look(long now) {
        return new LensLook(focus(now), speed != 0, autoFocus, irisDb, autoIris, Map.copyOf(switched));
    }
}

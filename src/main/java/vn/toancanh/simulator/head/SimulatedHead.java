package vn.toancanh.simulator.head;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** One simulated head: where it looks, the places it knows, what is wrong with it, and everything it heard. Any thread. */
public final class SimulatedHead {
    /** How late a slow head does what it is told. */
    public static final Duration SLOWNESS = Duration.ofMillis(700);

    private static final int MOST_PLACES = 64;
    private static final int MOST_HEARD = 10_000;
    private static final long USUAL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    /** What a device without a head tells too. */
    private static final Set<String> TOLD_BY_ALL =
            Set.of("GetSystemDateAndTime", "GetDeviceInformation", "GetServices", "GetProfiles");

    private record Place(String name, HeadPosition at) {}

    private final String model;
    private final boolean turns;
    private final Clock clock;
    private final HeadMechanics mechanics;
    private final SimulatedLens lens;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<HeadFault> faults = EnumSet.noneOf(HeadFault.class);
    private final List<HeardRequest> heard = new ArrayList<>();
    private HeadPosition home = HeadPosition.AHEAD;
    private int lastPlace;

    /** @param model what it calls itself */
    public SimulatedHead(String model, Clock clock) {
        this(model, true, clock);
    }

    /** @param turns false: the device of a camera that stands fast, which has pictures and a clock and no head */
    public SimulatedHead(String model, boolean turns, Clock clock) {
        this.model = model;
        this.turns = turns;
        this.clock = clock;
        this.mechanics = new HeadMechanics(clock.nanos());
        this.lens = new SimulatedLens(clock.nanos());
    }

    /** True of one that can be steered. */
    public boolean turns() {
        return turns;
    }

    /** Where it looks now. */
    public synchronized HeadPosition position() {
        return mechanics.position(clock.nanos());
    }

    /** True while it moves. */
    public synchronized boolean isMoving() {
        return mechanics.isMoving(clock.nanos());
    }

    /** How its lens is set, and what is switched on. */
    public synchronized LensLook lens() {
        return lens.look(clock.nanos());
    }

    /** Goes wrong in one more way. */
    public synchronized void inject(HeadFault fault) {
        faults.add(fault);
    }

    /** Makes it whole again. */
    public synchronized void heal() {
        faults.clear();
    }

    /** True where that is wrong with it. */
    public synchronized boolean has(HeadFault fault) {
        return faults.contains(fault);
    }

    /** What came, in the order in which it was done; the last {@value #MOST_HEARD}. */
    public synchronized List<HeardRequest> heard() {
        return List.copyOf(heard);
    }

    /** Only what may move it or has it stand. */
    public List<HeardRequest> moves() {
        return heard().stream().filter(one -> one.isMove() || one.isStop()).toList();
    }

    /**
     * Does what it is asked.
     *
     * @param base its address, which it tells
     * @param comeNanos when the request had come
     */
    synchronized HeadAnswer answer(SoapRequest request, String base, long comeNanos) {
        long now = clock.nanos();
        HeadAnswer answer = done(request, base, now);
        if (heard.size() == MOST_HEARD) {
            heard.removeFirst();
        }
        heard.add(new HeardRequest(
                request.operation(),
                request.number("PanTilt@x"),
                request.number("PanTilt@y"),
                request.number("Zoom@x"),
                comeNanos,
                now,
                answer.accepted()));
        return answer;
    }

    private HeadAnswer done(SoapRequest request, String base, long now) {
        String operation = request.operation();
        if (!turns && !TOLD_BY_ALL.contains(operation)) {
            return HeadAnswer.fault("ActionNotSupported", "no head");
        }
        return switch (operation) {
            case "GetSystemDateAndTime" -> HeadAnswer.of("ver10/device", operation, time());
            case "GetDeviceInformation" ->
                HeadAnswer.of(
                        "ver10/device",
                        operation,
                        "<n:Manufacturer>Toàn Cảnh</n:Manufacturer><n:Model>" + HeadAnswer.escaped(model)
                                + "</n:Model><n:FirmwareVersion>1</n:FirmwareVersion><n:SerialNumber>"
                                + HeadAnswer.escaped(base.substring(base.lastIndexOf('/') + 1))
                                + "</n:SerialNumber><n:HardwareId>simulated</n:HardwareId>");
            case "GetServices" -> HeadAnswer.services(base, turns, turns && hasLens());
            case "GetProfiles" -> HeadAnswer.profiles();
            case "GetConfigurationOptions" -> HeadAnswer.options();
            case "GetNodes" -> HeadAnswer.nodes(MOST_PLACES, hasLens() ? SimulatedLens.AUXILIARIES : List.of());
            case "GetStatus" -> status(now);
            case "ContinuousMove" -> move(request, now);
            case "Stop" -> stop(request, now);
            case "AbsoluteMove" -> go(operation, named(request), now);
            case "RelativeMove" -> go(operation, from(mechanics.position(now), request), now);
            case "GotoHomePosition" -> go(operation, home, now);
            case "SetHomePosition" -> {
                home = mechanics.position(now);
                yield HeadAnswer.ptz(operation, "");
            }
            case "GetPresets" -> HeadAnswer.ptz(operation, listed());
            case "SetPreset" -> keep(request, now);
            case "GotoPreset" -> {
                @Nullable Place place = places.get(request.value("PresetToken").orElse(""));
                yield place == null ? HeadAnswer.fault("NoToken", "no such preset") : go(operation, place.at, now);
            }
            case "RemovePreset" ->
                places.remove(request.value("PresetToken").orElse("")) == null
                        ? HeadAnswer.fault("NoToken", "no such preset")
                        : HeadAnswer.ptz(operation, "");
            case "SendAuxiliaryCommand" ->
                hasLens()
                        ? lens.switchTo(request.value("AuxiliaryData").orElse(""))
                        : HeadAnswer.fault("ActionNotSupported", "no auxiliaries");
            default ->
                hasLens() && operation.startsWith(SoapRequest.IMAGING)
                        ? lens.answer(operation.substring(SoapRequest.IMAGING.length()), request, faults, now)
                        : HeadAnswer.fault("ActionNotSupported", "not simulated: " + operation);
        };
    }

    private boolean hasLens() {
        return !faults.contains(HeadFault.NO_LENS);
    }

    private HeadPosition named(SoapRequest request) {
        return asItHasIt(
                new HeadPosition(request.number("PanTilt@x"), request.number("PanTilt@y"), request.number("Zoom@x")));
    }

    private HeadPosition asItHasIt(HeadPosition told) {
        return faults.contains(HeadFault.SWAPPED_AXES)
                ? new HeadPosition(/* pan= */ told.tilt(), /* tilt= */ told.pan(), told.zoom())
                : told;
    }

    private HeadPosition from(HeadPosition at, SoapRequest request) {
        HeadPosition way = named(request);
        if (request.value("PanTilt@space")
                .filter(SoapRequest.PLACES_IN_PICTURE::equals)
                .isEmpty()) {
            return new HeadPosition(at.pan() + way.pan(), at.tilt() + way.tilt(), at.zoom() + way.zoom());
        }
        boolean nearer = request.value("Zoom@space")
                .filter(SoapRequest.NEARNESS_OF_PICTURE::equals)
                .isPresent();
        return HeadOptics.look(at, way.pan(), way.tilt(), nearer ? way.zoom() : 1);
    }

    private HeadAnswer move(SoapRequest request, long now) {
        HeadPosition speed = named(request);
        if (Math.abs(speed.pan()) > 1 || Math.abs(speed.tilt()) > 1 || Math.abs(speed.zoom()) > 1) {
            return HeadAnswer.fault("InvalidVelocity", "a speed outside of the space");
        }
        boolean timed = request.value("Timeout").isPresent();
        if (timed && faults.contains(HeadFault.TIMELESS)) {
            return HeadAnswer.fault("InvalidArgVal", "no timeout, please");
        }
        long lasts = timed ? seconds(request.value("Timeout").orElse("")) : USUAL_NANOS;
        if (lasts <= 0 || lasts > LONGEST_NANOS) {
            return HeadAnswer.fault("InvalidArgVal", "a timeout that is not in whole seconds from 1 to 10");
        }
        boolean stands = speed.pan() == 0 && speed.tilt() == 0 && speed.zoom() == 0;
        if (!stands || !faults.contains(HeadFault.FALSE_STOP)) {
            mechanics.move(
                    speed.pan(), speed.tilt(), speed.zoom(), faults.contains(HeadFault.RUNAWAY) ? -1 : lasts, now);
        }
        return HeadAnswer.ptz("ContinuousMove", "");
    }

    /** As strict as the strictest head: whole seconds; -1 where it is something else. */
    private static long seconds(String text) {
        return text.matches("PT[0-9]{1,3}S")
                ? Duration.ofSeconds(Long.parseLong(text.substring(2, text.length() - 1)))
                        .toNanos()
                : -1;
    }

    private HeadAnswer stop(SoapRequest request, long now) {
        if (faults.contains(HeadFault.NO_STOP)) {
            return HeadAnswer.fault("ActionNotSupported", "no stops");
        }
        if (faults.contains(HeadFault.BARE_STOP) && request.value("PanTilt").isPresent()) {
            return HeadAnswer.fault("InvalidArgVal", "no axes, please");
        }
        if (!faults.contains(HeadFault.FALSE_STOP)) {
            mechanics.stop(now);
        }
        return HeadAnswer.ptz("Stop", "");
    }

    private HeadAnswer go(String operation, HeadPosition place, long now) {
        mechanics.go(place, now);
        return HeadAnswer.ptz(operation, "");
    }

    private HeadAnswer keep(SoapRequest request, long now) {
        if (faults.contains(HeadFault.PLAIN_NAMES)
                && !request.value("PresetName").orElse("").matches("\\w*")) {
            return HeadAnswer.fault("InvalidPresetName", "plain names, please");
        }
        String token = request.value("PresetToken").orElseGet(() -> Integer.toString(++lastPlace));
        if (!places.containsKey(token) && (request.value("PresetToken").isPresent() || places.size() >= MOST_PLACES)) {
            return request.value("PresetToken").isPresent()
                    ? HeadAnswer.fault("NoToken", "no such preset")
                    : HeadAnswer.fault("TooManyPresets", "no more room");
        }
        places.put(token, new Place(request.value("PresetName").orElse(token), mechanics.position(now)));
        return HeadAnswer.ptz("SetPreset", "<n:PresetToken>" + HeadAnswer.escaped(token) + "</n:PresetToken>");
    }

    private String listed() {
        StringBuilder all = new StringBuilder();
        places.forEach((token, place) -> all.append("<n:Preset token=\"")
                .append(HeadAnswer.escaped(token))
                .append("\"><tt:Name>")
                .append(HeadAnswer.escaped(place.name))
                .append("</tt:Name><tt:PTZPosition>")
                .append(HeadAnswer.place(place.at))
                .append("</tt:PTZPosition></n:Preset>"));
        return all.toString();
    }

    private HeadAnswer status(long now) {
        String moving =
                faults.contains(HeadFault.STATUS_UNKNOWN) ? "UNKNOWN" : mechanics.isMoving(now) ? "MOVING" : "IDLE";
        return HeadAnswer.status(
                asItHasIt(mechanics.position(now)), moving, clock.now().toString());
    }

    private String time() {
        ZonedDateTime now = clock.now().atZone(ZoneOffset.UTC);
        return ("<n:SystemDateAndTime><tt:UTCDateTime><tt:Time><tt:Hour>%d</tt:Hour><tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second>"
                        + "</tt:Time><tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date></tt:UTCDateTime>"
                        + "</n:SystemDateAndTime>")
                .formatted(
                        now.getHour(),
                        now.getMinute(),
                        now.getSecond(),
                        now.getYear(),
                        now.getMonthValue(),
                        now.getDayOfMonth());
    }
}

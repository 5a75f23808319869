package vn.toancanh.onvif;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The head of a device. Movements go by a connection of their own, one after another; a stop goes by another and waits for none of
 * them. Every method blocks until the device has answered and throws an {@link OnvifException}. Any thread named NET.
 */
public final class OnvifHead {
    private static final Logger LOG = LoggerFactory.getLogger(OnvifHead.class);

    private final SoapLine asking;
    private final SoapLine moving;
    private final SoapLine stopping;
    private final URI ptz;
    private final String profile;
    private final HeadLimits limits;
    private final Quirks quirks;
    private final OnvifTimings timings;
    private final @Nullable OnvifLens lens;
    private volatile boolean bareStops;
    private volatile @Nullable HeadAbilities abilities;

    OnvifHead(
            SoapLine asking,
            SoapLine moving,
            SoapLine stopping,
            URI ptz,
            String profile,
            HeadLimits limits,
            Quirks quirks,
            OnvifTimings timings,
            @Nullable OnvifLens lens) {
        this.asking = asking;
        this.moving = moving;
        this.stopping = stopping;
        this.ptz = ptz;
        this.profile = profile;
        this.limits = limits;
        this.quirks = quirks;
        this.timings = timings;
        this.lens = lens;
        this.bareStops = quirks.has(Quirk.STOPS_WITHOUT_AXES);
    }

    /** What it can do, as far as it tells. */
    public HeadLimits limits() {
        return limits;
    }

    /** How long a movement lasts where it is to last {@code wanted}: whole seconds within the head's range. */
    public Duration lasting(Duration wanted) {
        return limits.within(wanted);
    }

    /**
     * Moves at a speed, all axes at once, until it is told otherwise or that time is over.
     *
     * @param lasting as {@link #lasting} gives it
     */
    public void move(HeadVector speed, Duration lasting) {
        moving.ask(ptz, moveMessage(speed, lasting, timings.move()));
    }

    private String xml(HeadVector vector) {
        return (quirks.has(Quirk.SWAPS_AXES) ? vector.swapped() : vector).xml(limits);
    }

    private Message moveMessage(HeadVector speed, Duration lasting, Duration patience) {
        String time = quirks.has(Quirk.MOVES_WITHOUT_TIME)
                ? ""
                : "<s:Timeout>" + XmlTime.wholeSeconds(limits.within(lasting)) + "</s:Timeout>";
        return message("ContinuousMove", "<s:Velocity>" + xml(speed) + "</s:Velocity>" + time, patience);
    }

    /**
     * Has all axes stand: the speed zero first, for heads that take a stop for the end of something else, then a stop. It is
     * acknowledged where the stop is, or where the head does not know stops and has taken the speed zero.
     */
    public void stop() {
        boolean stands = standsByZero();
        SoapReply reply = stopping.reply(ptz, stopMessage(!bareStops));
        if (reply.fault() != null && !bareStops) {
            SoapReply bare = stopping.reply(ptz, stopMessage(false));
            bareStops = bare.fault() == null;
            reply = bare;
        }
        if (reply.fault() != null && !stands) {
            throw reply.fault().asException("Stop");
        }
    }

    private boolean standsByZero() {
        try {
            SoapReply reply = stopping.reply(ptz, moveMessage(HeadVector.ZERO, Duration.ofSeconds(1), timings.stop()));
            return reply.fault() == null;
        } catch (OnvifException refused) {
            if (refused.failure().kind() == OnvifFailure.Kind.CREDENTIALS) {
                throw refused;
            }
            LOG.debug("the speed zero was not taken: {}", refused.getMessage());
            return false;
        }
    }

    private Message stopMessage(boolean axes) {
        return message("Stop", axes ? "<s:PanTilt>true</s:PanTilt><s:Zoom>true</s:Zoom>" : "", timings.stop());
    }

    /** Opens the connection that stops take and finds out how we say there who we are. A head without a status is no fault. */
    void tryWayOfStops() {
        try {
            stopping.reply(ptz, message("GetStatus", "", timings.ask()));
        } catch (OnvifException refused) {
            if (refused.failure().kind() == OnvifFailure.Kind.CREDENTIALS) {
                throw refused;
            }
            LOG.debug("no status by the way of stops: {}", refused.getMessage());
        }
    }

    /** Goes to a place in the head's own range; a zoom below 0 is the widest. */
    public void moveTo(HeadVector place) {
        HeadVector there = new HeadVector(place.pan(), place.tilt(), Math.max(0, place.zoom()));
        moving.ask(ptz, message("AbsoluteMove", "<s:Position>" + xml(there) + "</s:Position>", timings.move()));
    }

    /** Goes a way from where it is, in the head's own range. */
    public void moveBy(HeadVector way) {
        moving.ask(ptz, message("RelativeMove", "<s:Translation>" + xml(way) + "</s:Translation>", timings.move()));
    }

    /**
     * Has what stands at a place of its picture come to the middle.
     *
     * @param x -1 at the picture's left edge to 1 at its right
     * @param y -1 at its lower edge to 1 at its upper
     * @param share how much of the picture is to fill it afterwards, above 0 to 1; a lens that cannot be told so stays as it is
     * @throws OnvifException UNSUPPORTED where it knows no places by its picture
     */
    public void look(double x, double y, double share) {
        if (!limits.centres()) {
            throw OnvifFailure.of(OnvifFailure.Kind.UNSUPPORTED, "the head knows no places by its picture");
        }
        String nearer = share < 1 && limits.magnifies() ? PictureSpace.part(share) : "";
        String way =
                "<s:Translation>" + (quirks.has(Quirk.SWAPS_AXES) ? PictureSpace.place(y, x) : PictureSpace.place(x, y))
                        + nearer + "</s:Translation>";
        moving.ask(ptz, message("RelativeMove", way, timings.move()));
    }

    /** Where it is and whether it moves. */
    public HeadStatus status() {
        HeadStatus told = HeadStatus.of(asking.ask(ptz, message("GetStatus", "", timings.ask())));
        return quirks.has(Quirk.SWAPS_AXES)
                ? new HeadStatus(/* pan= */ told.tilt(), /* tilt= */ told.pan(), told.zoom(), told.moving())
                : told;
    }

    /** What it can keep; asked for once. A head that does not tell is taken for one that can. */
    public HeadAbilities abilities() {
        @Nullable HeadAbilities before = abilities;
        if (before == null) {
            SoapReply reply = asking.reply(ptz, Message.of(Message.PTZ, "GetNodes", "", timings.ask()));
            before = reply.content() == null ? HeadAbilities.USUAL : HeadAbilities.of(reply.content());
            abilities = before;
        }
        return before;
    }

    /** The places it knows. */
    public List<HeadPreset> presets() {
        return HeadPreset.allOf(asking.ask(ptz, message("GetPresets", "", timings.ask())));
    }

    /** Goes to a place it knows. */
    public void gotoPreset(String token) {
        moving.ask(ptz, message("GotoPreset", presetToken(token), timings.move()));
    }

    /**
     * Keeps where it is now as a place.
     *
     * @param token of a place that is replaced; null: a new one
     * @param name null: nothing is said of it
     * @return the place's token
     */
    public String setPreset(@Nullable String token, @Nullable String name) {
        String inside = (name == null ? "" : "<s:PresetName>" + Xml.text(name) + "</s:PresetName>")
                + (token == null ? "" : presetToken(token));
        return asking.ask(ptz, message("SetPreset", inside, timings.ask()))
                .text("PresetToken")
                .or(() -> java.util.Optional.ofNullable(token))
                .orElseThrow(() -> OnvifFailure.of(OnvifFailure.Kind.PROTOCOL, "SetPreset: no token in the answer"));
    }

    /** Forgets a place. */
    public void removePreset(String token) {
        asking.ask(ptz, message("RemovePreset", presetToken(token), timings.ask()));
    }

    /** Goes home. */
    public void goHome() {
        moving.ask(ptz, message("GotoHomePosition", "", timings.move()));
    }

    /** Takes where it is now for its home. */
    public void setHome() {
        asking.ask(ptz, message("SetHomePosition", "", timings.ask()));
    }

    /** Its lens; null where the device tells of none. */
    public @Nullable OnvifLens lens() {
        return lens;
    }

    /**
     * Has something besides its axes be otherwise, such as a wiper.
     *
     * @param command one of {@link HeadAbilities#auxiliaries}
     */
    public void auxiliary(String command) {
        asking.ask(
                ptz,
                message(
                        "SendAuxiliaryCommand",
                        "<s:AuxiliaryData>" + Xml.text(command) + "</s:AuxiliaryData>",
                        timings.move()));
    }

    private static String presetToken(String token) {
        return "<s:PresetToken>" + Xml.text(token) + "</s:PresetToken>";
    }

    private Message message(String operation, String inside, Duration patience) {
        return Message.of(
                Message.PTZ,
                operation,
                "<s:ProfileToken>" + Xml.text(profile) + "</s:ProfileToken>" + inside,
                patience);
    }
}

package vn.toancanh.onvif;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.onvif.OnvifFailure.Kind;

/**
 * The lens of a device with a head: focus and iris, by the Imaging service. Focus that moves knows no time after which it would end by
 * itself: only a stop or the end of its way ends it. Every method blocks until the device has answered and throws an
 * {@link OnvifException}. Any thread named NET.
 */
public final class OnvifLens {
    private static final Logger LOG = LoggerFactory.getLogger(OnvifLens.class);

    private final SoapLine asking;
    private final SoapLine moving;
    private final SoapLine stopping;
    private final URI imaging;
    private final String source;
    private final OnvifTimings timings;
    private volatile @Nullable LensAbilities abilities;

    OnvifLens(SoapLine asking, SoapLine moving, SoapLine stopping, URI imaging, String source, OnvifTimings timings) {
        this.asking = asking;
        this.moving = moving;
        this.stopping = stopping;
        this.imaging = imaging;
        this.source = source;
        this.timings = timings;
    }

    /** What it can be told; asked for once. */
    public LensAbilities abilities() {
        @Nullable LensAbilities before = abilities;
        if (before == null) {
            before = LensAbilities.of(
                    asking.reply(imaging, message("GetMoveOptions", "", timings.ask()))
                            .content(),
                    asking.reply(imaging, message("GetOptions", "", timings.ask()))
                            .content());
            abilities = before;
        }
        return before;
    }

    /** How it is set now; of a lens that does not tell nothing is known to be automatic. */
    public LensSettings settings() {
        @Nullable
        XmlNode told = asking.reply(imaging, message("GetImagingSettings", "", timings.ask()))
                .content();
        return told == null ? LensSettings.UNKNOWN : LensSettings.of(told);
    }

    /**
     * Moves the focus until it is stopped. A lens that focuses by itself is told not to first, for it would take the movement back.
     *
     * @param speed -1 to 1 as shares of the fastest: below 0 nearer, above 0 farther
     * @throws OnvifException UNSUPPORTED where it cannot
     */
    public void focus(double speed) {
        LensAbilities can = abilities();
        LensAbilities.@Nullable Range speeds = can.focus();
        if (speeds == null) {
            throw cannot("focus by hand");
        }
        if (can.autoFocus() && settings().autoFocus()) {
            autoFocus(false);
        }
        moving.ask(imaging, moveMessage(speed < 0 ? -speed * speeds.least() : speed * speeds.most(), timings.move()));
    }

    private Message moveMessage(double speed, Duration patience) {
        return message(
                "Move",
                "<s:Focus><t:Continuous><t:Speed>" + number(speed) + "</t:Speed></t:Continuous></s:Focus>",
                patience);
    }

    /** Has the focus stand; one that is known not to move does. A lens that answers with a fault is asked to move at the speed zero, and taken at its word. */
    public void stop() {
        @Nullable LensAbilities can = abilities;
        if (can != null && can.focus() == null) {
            return;
        }
        SoapReply reply = stopping.reply(imaging, message("Stop", "", timings.stop()));
        if (reply.fault() != null) {
            LOG.debug("the focus took no stop: {}", reply.fault().reason());
            stopping.ask(imaging, moveMessage(0, timings.stop()));
        }
    }

    /**
     * Has it focus by itself, or no more.
     *
     * @throws OnvifException UNSUPPORTED where it cannot
     */
    public void autoFocus(boolean on) {
        if (!abilities().autoFocus()) {
            throw cannot("switch auto focus");
        }
        set("<t:Focus><t:AutoFocusMode>" + mode(on) + "</t:AutoFocusMode></t:Focus>");
    }

    /**
     * Has it set its iris by itself, or no more.
     *
     * @throws OnvifException UNSUPPORTED where it cannot
     */
    public void autoIris(boolean on) {
        if (!abilities().autoIris()) {
            throw cannot("switch the iris to automatic");
        }
        set("<t:Exposure><t:Mode>" + mode(on) + "</t:Mode></t:Exposure>");
    }

    /**
     * Opens or closes its iris by a part of its range, and fixes it there. One of which it does not tell how far it is open begins in
     * the middle.
     *
     * @param opening -1 to 1: above 0 opens
     * @throws OnvifException UNSUPPORTED where it cannot
     */
    public void iris(double opening) {
        LensAbilities.@Nullable Range range = abilities().iris();
        if (range == null) {
            throw cannot("fix the iris");
        }
        @Nullable Double told = settings().iris();
        double now = told == null ? (range.least() + range.most()) / 2 : range.within(told);
        // Attenuation: 0 dB is fully open, and devices count from there upwards or downwards.
        double towardsOpen = Math.abs(range.least()) <= Math.abs(range.most()) ? -1 : 1;
        double wanted = range.within(now + towardsOpen * opening * (range.most() - range.least()));
        set("<t:Exposure><t:Mode>" + mode(false) + "</t:Mode><t:Iris>" + number(wanted) + "</t:Iris></t:Exposure>");
    }

    private void set(String settings) {
        asking.ask(
                imaging,
                message(
                        "SetImagingSettings",
                        "<s:ImagingSettings>" + settings + "</s:ImagingSettings>",
                        timings.ask()));
    }

    private static String mode(boolean auto) {
        return auto ? LensAbilities.AUTO : LensAbilities.MANUAL;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value + 0.0);
    }

    private static OnvifException cannot(String what) {
        return OnvifFailure.of(Kind.UNSUPPORTED, "the lens cannot " + what);
    }

    private Message message(String operation, String inside, Duration patience) {
        return Message.of(
                Message.IMAGING,
                operation,
                "<s:VideoSourceToken>" + Xml.text(source) + "</s:VideoSourceToken>" + inside,
                patience);
    }
}

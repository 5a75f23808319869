package vn.toancanh.onvif;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Handle;
import vn.toancanh.onvif.OnvifFailure.Kind;

/**
 * One device, known by the address of its own service. Every method that asks it something blocks until it has answered, at most as
 * long as {@link OnvifTimings} says for each question, and throws an {@link OnvifException}. Any thread named NET.
 */
public final class OnvifDevice implements Handle {
    private final DeviceAccess access;
    private final OnvifTimings timings;
    private final DeviceClock clock;
    private final List<OkHttpClient> clients = new ArrayList<>();
    private final SoapLine asking;
    private final SoapLine moving;
    private final SoapLine stopping;
    private final PictureLine pictures;
    private volatile @Nullable DeviceServices known;

    OnvifDevice(OnvifNet net, DeviceAccess access) {
        this.access = access;
        this.timings = net.timings();
        this.clock = new DeviceClock(net.clock());
        this.asking = line(net);
        this.moving = line(net);
        this.stopping = line(net);
        OkHttpClient apart = net.client(access);
        clients.add(apart);
        this.pictures = new PictureLine(
                new HttpExchange(apart),
                access,
                new Refusals(net.clock(), timings.rest(), timings.longestRest()),
                timings.ask(),
                net.random());
    }

    /** Each remembers refusals for itself: who may not ask for the status must still be able to stop what he moved. */
    private SoapLine line(OnvifNet net) {
        OkHttpClient client = net.client(access);
        clients.add(client);
        Refusals refusals = new Refusals(net.clock(), timings.rest(), timings.longestRest());
        return new SoapLine(new HttpExchange(client), access, clock, refusals, timings.ask(), net.random());
    }

    /** How far the device's clock is ahead of ours, asked for now; zero where it does not tell in UTC. */
    public Duration clockOffset() {
        clock.learn(asking.ask(access.service(), device("GetSystemDateAndTime", "")));
        return clock.offset();
    }

    /** What the device says of itself. */
    public DeviceInformation information() {
        return DeviceInformation.of(asking.ask(access.service(), device("GetDeviceInformation", "")));
    }

    /** Where its services are; asked for once. */
    public DeviceServices services() {
        @Nullable DeviceServices before = known;
        if (before != null) {
            return before;
        }
        DeviceServices found = findServices();
        known = found;
        return found;
    }

    private DeviceServices findServices() {
        URI reached = access.service();
        try {
            Message ask = device("GetServices", "<s:IncludeCapability>false</s:IncludeCapability>");
            DeviceServices found = DeviceServices.ofServices(reached, asking.ask(reached, ask));
            if (found.ptz() != null || found.media() != null || found.media2() != null) {
                return found;
            }
        } catch (OnvifException refused) {
            requireOfAnotherKind(refused);
        }
        Message ask = device("GetCapabilities", "<s:Category>All</s:Category>");
        return DeviceServices.ofCapabilities(reached, asking.ask(reached, ask));
    }

    /** Goes on only where the device itself said that it does not do such things. */
    static void requireOfAnotherKind(OnvifException refused) {
        switch (refused.failure().kind()) {
            case UNSUPPORTED, REFUSED, NOT_FOUND, PROTOCOL -> {
                // There is an older way to ask.
            }
            default -> throw refused;
        }
    }

    /** Its profiles: by Media2 where that tells any with a head, else by Media. */
    public List<MediaProfile> profiles() {
        DeviceServices services = services();
        List<MediaProfile> newer = List.of();
        @Nullable URI media2 = services.media2();
        if (media2 != null) {
            try {
                Message ask = Message.of(
                        Message.MEDIA2,
                        "GetProfiles",
                        "<s:Type>VideoSource</s:Type><s:Type>PTZ</s:Type>",
                        timings.ask());
                newer = MediaProfile.allOf(asking.ask(media2, ask));
            } catch (OnvifException refused) {
                requireOfAnotherKind(refused);
            }
        }
        @Nullable URI media = services.media();
        if (media == null || newer.stream().anyMatch(MediaProfile::hasHead)) {
            return newer;
        }
        return MediaProfile.allOf(asking.ask(media, Message.of(Message.MEDIA, "GetProfiles", "", timings.ask())));
    }

    /** Its pictures: where its streams are, and how one of them is fetched. */
    public OnvifMedia media() {
        return media(services());
    }

    OnvifMedia media(DeviceServices told) {
        return new OnvifMedia(asking, pictures, access.service(), told, timings);
    }

    /** From where to where its head goes, as far as it tells. */
    public HeadRanges ranges() {
        @Nullable URI ptz = services().ptz();
        return ptz == null
                ? HeadRanges.NONE
                : HeadRanges.of(asking.ask(ptz, Message.of(Message.PTZ, "GetNodes", "", timings.ask())));
    }

    /** Where it was reached. */
    public URI address() {
        return access.service();
    }

    /** Which certificate it shows now, whether it is accepted or not; empty where it speaks no TLS. Nothing is told to it. */
    public Optional<Fingerprint> certificate() {
        return access.secured() ? DeviceCertificate.shown(access, timings.ask()) : Optional.empty();
    }

    /**
     * Its head, by the first profile that has one: about five questions, so that the first movement waits for none of them; the way
     * that a stop takes is tried too.
     *
     * @throws OnvifException UNSUPPORTED where it has none
     */
    public OnvifHead head() {
        @Nullable URI ptz = services().ptz();
        if (ptz == null) {
            throw OnvifFailure.of(Kind.UNSUPPORTED, "the device has no PTZ service");
        }
        MediaProfile profile = profiles().stream()
                .filter(MediaProfile::hasHead)
                .findFirst()
                .orElseThrow(() -> OnvifFailure.of(Kind.UNSUPPORTED, "no profile of the device has a head"));
        HeadLimits limits = limits(ptz, profile);
        Quirks quirks = Quirks.of(calledOrNot());
        @Nullable URI imaging = services().imaging();
        @Nullable String source = profile.source();
        @Nullable
        OnvifLens lens = imaging == null || source == null
                ? null
                : new OnvifLens(asking, moving, stopping, imaging, source, timings);
        OnvifHead head = new OnvifHead(asking, moving, stopping, ptz, profile.token(), limits, quirks, timings, lens);
        head.tryWayOfStops();
        return head;
    }

    private HeadLimits limits(URI ptz, MediaProfile profile) {
        String token = profile.ptzConfiguration() == null ? "" : profile.ptzConfiguration();
        String inside = "<s:ConfigurationToken>" + Xml.text(token) + "</s:ConfigurationToken>";
        try {
            return HeadLimits.of(
                    asking.ask(ptz, Message.of(Message.PTZ, "GetConfigurationOptions", inside, timings.ask())));
        } catch (OnvifException refused) {
            requireOfAnotherKind(refused);
            return HeadLimits.USUAL;
        }
    }

    private DeviceInformation calledOrNot() {
        try {
            return information();
        } catch (OnvifException refused) {
            requireOfAnotherKind(refused);
            return DeviceInformation.NONE;
        }
    }

    private Message device(String operation, String inside) {
        return Message.of(Message.DEVICE, operation, inside, timings.ask());
    }

    /** Lets go of its connections. */
    @Override
    public void close() {
        for (OkHttpClient client : clients) {
            client.connectionPool().evictAll();
        }
    }

    @Override
    public String toString() {
        return "OnvifDevice[" + access + "]";
    }
}

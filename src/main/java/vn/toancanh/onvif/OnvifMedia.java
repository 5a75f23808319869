package vn.toancanh.onvif;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.OnvifFailure.Kind;

/**
 * The pictures of a device: by Media2 where it has that and tells of an encoder there, else by Media. Every method blocks until the
 * device has answered and throws an {@link OnvifException}. Any thread named NET.
 */
public final class OnvifMedia {
    private final SoapLine asking;
    private final PictureLine pictures;
    private final URI reached;
    private final DeviceServices services;
    private final OnvifTimings timings;

    OnvifMedia(SoapLine asking, PictureLine pictures, URI reached, DeviceServices services, OnvifTimings timings) {
        this.asking = asking;
        this.pictures = pictures;
        this.reached = reached;
        this.services = services;
        this.timings = timings;
    }

    /** Its profiles with pictures; empty where it has none. */
    public List<VideoProfile> profiles() {
        @Nullable URI media2 = services.media2();
        if (media2 != null) {
            try {
                Message ask = message(
                        Message.MEDIA2,
                        "GetProfiles",
                        "<s:Type>VideoSource</s:Type><s:Type>VideoEncoder</s:Type><s:Type>PTZ</s:Type>");
                List<VideoProfile> newer = VideoProfile.allOf(asking.ask(media2, ask), true);
                if (!newer.isEmpty() || services.media() == null) {
                    return newer;
                }
            } catch (OnvifException refused) {
                OnvifDevice.requireOfAnotherKind(refused);
            }
        }
        @Nullable URI media = services.media();
        return media == null
                ? List.of()
                : VideoProfile.allOf(asking.ask(media, message(Message.MEDIA, "GetProfiles", "")), false);
    }

    /**
     * Where a stream is.
     *
     * @param uri rtsp or rtsps, without credentials, at the host by which the device was reached
     * @param elsewhere the device itself names another host
     */
    public record StreamPlace(URI uri, boolean elsewhere) {}

    /** Where the stream of a profile is. */
    public StreamPlace stream(VideoProfile profile) {
        String told = toldStream(profile);
        return new StreamPlace(StreamAddresses.of(reached, told), StreamAddresses.namesAnotherHost(reached, told));
    }

    private String toldStream(VideoProfile profile) {
        if (!profile.newer()) {
            String setup = "<s:StreamSetup><t:Stream>RTP-Unicast</t:Stream><t:Transport><t:Protocol>RTSP</t:Protocol>"
                    + "</t:Transport></s:StreamSetup>";
            return address(asking.ask(media(), message(Message.MEDIA, "GetStreamUri", setup + token(profile))));
        }
        try {
            return address(asking.ask(media2(), stream2("RTSP", profile)));
        } catch (OnvifException refused) {
            // Some know the word for pictures by UDP only, and send them by TCP too.
            OnvifDevice.requireOfAnotherKind(refused);
            return address(asking.ask(media2(), stream2("RtspUnicast", profile)));
        }
    }

    private Message stream2(String protocol, VideoProfile profile) {
        return message(Message.MEDIA2, "GetStreamUri", "<s:Protocol>" + protocol + "</s:Protocol>" + token(profile));
    }

    /** Where a picture of a profile can be fetched, at the host by which the device was reached. */
    public URI snapshotAddress(VideoProfile profile) {
        XmlNode answer = profile.newer()
                ? asking.ask(media2(), message(Message.MEDIA2, "GetSnapshotUri", token(profile)))
                : asking.ask(media(), message(Message.MEDIA, "GetSnapshotUri", token(profile)));
        return Addresses.of(reached, address(answer));
    }

    /**
     * A picture of a profile, as it is now.
     *
     * @return JPEG, at most {@value PictureLine#LARGEST} bytes
     */
    public byte[] snapshot(VideoProfile profile) {
        return pictures.fetch(snapshotAddress(profile));
    }

    /** Has the device send a key frame to whoever watches that profile. */
    public void synchronise(VideoProfile profile) {
        if (profile.newer()) {
            asking.ask(media2(), message(Message.MEDIA2, "SetSynchronizationPoint", token(profile)));
        } else {
            asking.ask(media(), message(Message.MEDIA, "SetSynchronizationPoint", token(profile)));
        }
    }

    /** Media says it within {@code MediaUri}, Media2 at once; some the one in the answer of the other. */
    private static String address(XmlNode answer) {
        return answer.text("Uri")
                .or(() -> answer.text("MediaUri", "Uri"))
                .orElseThrow(() -> OnvifFailure.of(Kind.PROTOCOL, "an answer without an address"));
    }

    private static String token(VideoProfile profile) {
        return "<s:ProfileToken>" + Xml.text(profile.token()) + "</s:ProfileToken>";
    }

    private Message message(String service, String operation, String inside) {
        return Message.of(service, operation, inside, timings.ask());
    }

    private URI media() {
        return required(services.media());
    }

    private URI media2() {
        return required(services.media2());
    }

    private static URI required(@Nullable URI service) {
        if (service == null) {
            throw OnvifFailure.of(Kind.UNSUPPORTED, "the device has no such service");
        }
        return service;
    }
}

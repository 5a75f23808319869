package vn.toancanh.commissioning;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Secret;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.onvif.VideoProfile;

/**
 * Which of a device's streams a camera of the catalogue is to have: the largest for large tiles, and of the same lens the one for small
 * ones that comes nearest to {@value #SMALL_WIDTH} pixels across. Pure.
 *
 * @param main the largest
 * @param sub null where there is no smaller one
 */
public record Proposal(SeenStream main, @Nullable SeenStream sub) {
    /** What a tile of a wall with 36 of them has room for. */
    static final int SMALL_WIDTH = 640;

    /**
     * What whoever takes the camera over says of it.
     *
     * @param number null: none
     * @param place null: nowhere
     */
    public record Named(
            CameraId id,
            @Nullable Integer number,
            String name,
            SiteId site,
            @Nullable CameraPlace place) {}

    /**
     * What is proposed.
     *
     * @param profile token of the profile that is to be the large one; empty: the largest of the first lens
     * @return empty where the device offers no stream, or no such profile
     */
    public static Optional<Proposal> of(DeviceLook look, Optional<String> profile) {
        Optional<SeenStream> main = profile.isPresent()
                ? look.streams().stream()
                        .filter(each -> each.profile().token().equals(profile.get()))
                        .findFirst()
                : look.streams().stream()
                        .filter(each -> each.profile()
                                .source()
                                .equals(look.streams().getFirst().profile().source()))
                        .max(Comparator.comparing((SeenStream each) -> isVideo(each.profile()))
                                .thenComparingLong(each -> pixels(each.profile())));
        return main.map(large -> new Proposal(large, small(look, large).orElse(null)));
    }

    private static Optional<SeenStream> small(DeviceLook look, SeenStream large) {
        return look.streams().stream()
                .filter(each -> each.profile().source().equals(large.profile().source()))
                .filter(each -> isVideo(each.profile()) || !isVideo(large.profile()))
                .filter(each -> pixels(each.profile()) > 0 && pixels(each.profile()) < pixels(large.profile()))
                .min(Comparator.comparingInt(each -> Math.abs(each.profile().width() - SMALL_WIDTH)));
    }

    /** Single pictures one after another take ten times the network. */
    private static boolean isVideo(VideoProfile profile) {
        return profile.codec() == Codec.H264 || profile.codec() == Codec.H265;
    }

    private static long pixels(VideoProfile profile) {
        return (long) profile.width() * profile.height();
    }

    /**
     * The camera as the catalogue is to have it. Its streams and its head are reached with one user and password, and know the device by
     * the certificate that it showed.
     */
    public CameraEntry entry(DeviceLook look, Named named, @Nullable String user, @Nullable Secret password) {
        List<StreamProfile> profiles = new ArrayList<>();
        List<StreamSource> sources = new ArrayList<>();
        add(look, StreamRole.MAIN, main, user, password, profiles, sources);
        if (sub != null) {
            add(look, StreamRole.SUB, sub, user, password, profiles, sources);
        }
        boolean head = look.head() && main.profile().head();
        Camera camera = new Camera(
                named.id(),
                named.number(),
                named.name(),
                named.site(),
                List.of(),
                named.place(),
                CameraState.UNKNOWN,
                head,
                profiles,
                0);
        @Nullable URI service = head ? look.service() : null;
        return new CameraEntry(camera, sources, service);
    }

    private static void add(
            DeviceLook look,
            StreamRole role,
            SeenStream seen,
            @Nullable String user,
            @Nullable Secret password,
            List<StreamProfile> profiles,
            List<StreamSource> sources) {
        VideoProfile told = seen.profile();
        profiles.add(new StreamProfile(
                role == StreamRole.MAIN ? "main" : "sub",
                role,
                told.codec(),
                told.width(),
                told.height(),
                told.fps(),
                told.kilobits(),
                told.keyInterval()));
        @Nullable Fingerprint certificate = look.certificate();
        sources.add(new StreamSource(
                role, seen.uri(), user, password, certificate == null ? null : List.of(certificate.base64()), null));
    }
}

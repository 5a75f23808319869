package vn.toancanh.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/**
 * A camera without its id in one piece of bytes, quick to read. What many cameras have in common (site, tags, streams) stands
 * last and is read once for all that have the same. One thread.
 */
final class CameraBody {
    private static final byte FORMAT = 1;
    private static final int LONGEST_LIST = 10_000;

    private record Common(
            SiteId site, List<String> tags, CameraState state, boolean ptz, List<StreamProfile> streams) {}

    private final Map<ByteBuffer, Common> known = new HashMap<>();

    static byte[] write(Camera camera) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Integer number = camera.number();
            out.writeByte(FORMAT);
            out.writeInt(number == null ? 0 : number);
            out.writeLong(camera.revision());
            text(out, camera.name());
            place(out, camera.place());
            text(out, camera.site().value());
            out.writeInt(camera.tags().size());
            for (String tag : camera.tags()) {
                text(out, tag);
            }
            text(out, camera.state().name());
            out.writeByte(camera.ptz() ? 1 : 0);
            out.writeInt(camera.streams().size());
            for (StreamProfile stream : camera.streams()) {
                stream(out, stream);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void place(DataOutputStream out, @Nullable CameraPlace place) throws IOException {
        out.writeByte(place == null ? 0 : 1);
        if (place != null) {
            out.writeDouble(place.point().lat());
            out.writeDouble(place.point().lon());
            number(out, place.headingDeg());
            number(out, place.fovDeg());
            number(out, place.rangeM());
        }
    }

    private static void number(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private static void stream(DataOutputStream out, StreamProfile stream) throws IOException {
        text(out, stream.id());
        text(out, stream.role().name());
        text(out, stream.codec().name());
        out.writeInt(stream.width());
        out.writeInt(stream.height());
        out.writeDouble(stream.fps());
        out.writeInt(stream.bitrateKbps());
        out.writeInt(stream.gop());
    }

    /**
     * The camera that was written.
     *
     * @throws RuntimeException where the bytes are none
     */
    Camera read(String id, byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.get() != FORMAT) {
            throw new IllegalArgumentException("a camera in another format");
        }
        int number = in.getInt();
        long revision = in.getLong();
        String name = text(in);
        CameraPlace place = place(in);
        Common common = known.get(in);
        if (common == null) {
            ByteBuffer key = in.duplicate();
            common = common(in);
            known.put(key, common);
        }
        return new Camera(
                new CameraId(id),
                number == 0 ? null : number,
                name,
                common.site,
                common.tags,
                place,
                common.state,
                common.ptz,
                common.streams,
                revision);
    }

    private static Common common(ByteBuffer in) {
        SiteId site = new SiteId(text(in));
        List<String> tags = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            tags.add(text(in));
        }
        CameraState state = CameraState.valueOf(text(in));
        boolean ptz = in.get() != 0;
        List<StreamProfile> streams = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            streams.add(new StreamProfile(
                    text(in),
                    StreamRole.valueOf(text(in)),
                    Codec.valueOf(text(in)),
                    in.getInt(),
                    in.getInt(),
                    in.getDouble(),
                    in.getInt(),
                    in.getInt()));
        }
        return new Common(site, List.copyOf(tags), state, ptz, List.copyOf(streams));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("text of " + length + " bytes");
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > LONGEST_LIST) {
            throw new IllegalArgumentException("list of " + count);
        }
        return count;
    }

    private static @Nullable CameraPlace place(ByteBuffer in) {
        if (in.get() == 0) {
            return null;
        }
        GeoPoint point = new GeoPoint(in.getDouble(), in.getDouble());
        return new CameraPlace(point, number(in), number(in), number(in));
    }

    private static @Nullable Double number(ByteBuffer in) {
        double number = in.getDouble();
        return Double.isNaN(number) ? null : number;
    }
}

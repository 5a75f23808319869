package vn.toancanh.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** A camera without its id in one piece of bytes, quick to read. Words that repeat are shared among the cameras read. One thread. */
final class CameraBody {
    private static final int FORMAT = 1;
    private static final int LONGEST_LIST = 10_000;

    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, SiteId> sites = new HashMap<>();

    static byte[] write(Camera camera) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Integer number = camera.number();
            out.writeByte(FORMAT);
            out.writeInt(number == null ? 0 : number);
            text(out, camera.name());
            text(out, camera.site().value());
            out.writeInt(camera.tags().size());
            for (String tag : camera.tags()) {
                text(out, tag);
            }
            place(out, camera.place());
            text(out, camera.state().name());
            out.writeBoolean(camera.ptz());
            out.writeInt(camera.streams().size());
            for (StreamProfile stream : camera.streams()) {
                stream(out, stream);
            }
            out.writeLong(camera.revision());
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
        out.writeBoolean(place != null);
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            if (in.readByte() != FORMAT) {
                throw new IOException("a camera in another format");
            }
            int number = in.readInt();
            String name = text(in);
            SiteId site = sites.computeIfAbsent(text(in), SiteId::new);
            List<String> tags = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                tags.add(word(in));
            }
            CameraPlace place = place(in);
            CameraState state = CameraState.valueOf(word(in));
            boolean ptz = in.readBoolean();
            List<StreamProfile> streams = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                streams.add(stream(in));
            }
            long revision = in.readLong();
            return new Camera(
                    new CameraId(id),
                    number == 0 ? null : number,
                    name,
                    site,
                    tags,
                    place,
                    state,
                    ptz,
                    streams,
                    revision);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String word(DataInputStream in) throws IOException {
        String text = text(in);
        String same = shared.putIfAbsent(text, text);
        return same == null ? text : same;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > LONGEST_LIST) {
            throw new IOException("list of " + count);
        }
        return count;
    }

    private static @Nullable CameraPlace place(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        GeoPoint point = new GeoPoint(in.readDouble(), in.readDouble());
        return new CameraPlace(point, number(in), number(in), number(in));
    }

    private static @Nullable Double number(DataInputStream in) throws IOException {
        double number = in.readDouble();
        return Double.isNaN(number) ? null : number;
    }

    private StreamProfile stream(DataInputStream in) throws IOException {
        return new StreamProfile(
                word(in),
                StreamRole.valueOf(word(in)),
                Codec.valueOf(word(in)),
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readInt(),
                in.readInt());
    }
}

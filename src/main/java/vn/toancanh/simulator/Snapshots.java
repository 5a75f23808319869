package vn.toancanh.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import vn.toancanh.base.Clock;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.clip.ClipPainter;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.simulator.head.SimulatedMedia;
import vn.toancanh.simulator.strip.Schedule;

/** What the device of a simulated camera tells of its pictures, and a picture painted when somebody fetches it. Any thread. */
final class Snapshots {
    private Snapshots() {}

    /**
     * The streams of a camera as they are served.
     *
     * @param port of the RTSP server on the loopback address
     */
    static SimulatedMedia of(City city, int camera, SimulatedHead head, int port) {
        List<SimulatedMedia.Stream> streams = new ArrayList<>();
        for (StreamRole role : List.of(StreamRole.MAIN, StreamRole.SUB)) {
            ClipSpec loop = city.loop(camera, role);
            String word = role.name().toLowerCase(Locale.ROOT);
            streams.add(new SimulatedMedia.Stream(
                    word,
                    URI.create("rtsp://127.0.0.1:" + port + "/camera/" + loop.camera() + "/" + word),
                    loop.codec().name(),
                    loop.width(),
                    loop.height(),
                    loop.rate(),
                    loop.kilobits(),
                    loop.keyInterval()));
        }
        return new SimulatedMedia(streams, () -> jpeg(city.loop(camera, StreamRole.SUB), head));
    }

    private static byte[] jpeg(ClipSpec loop, SimulatedHead head) {
        ClipSpec seen = loop.view() == null ? loop : loop.seenFrom(head.position());
        int frame = Schedule.STANDARD
                .due(seen.camera(), seen.role(), Clock.SYSTEM.nanos())
                .frame();
        int[] pixels = new ClipPainter(seen).paint(frame);
        BufferedImage picture = new BufferedImage(seen.width(), seen.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, seen.width(), seen.height(), pixels, 0, seen.width());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", whole);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toByteArray();
    }
}

package vn.toancanh.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import vn.toancanh.bench.fuzz.Footage;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.rtsp.VideoTrack.Encoding;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Footage in every encoding that is played: recorded from simulated cameras, and JPEG drawn on the spot. */
final class Recording {
    /** The first of them codes H.264, every fourth H.265. */
    private static final int CAMERAS = 4;

    private static final int UNITS = 60;
    private static final int MOST_UNITS = 150;
    private static final int IMAGES = 12;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final long PATIENCE_SECONDS = 60;

    private Recording() {}

    /** In the order of {@link Encoding}. */
    static List<Footage> all(Ground ground) throws IOException, InterruptedException {
        SimulatorOptions options =
                SimulatorOptions.of(CAMERAS, ground.cache().resolve("clips")).withoutPasswords();
        try (Simulator simulator = Simulator.start(options);
                RtspClient client = new RtspClient(ground.clock(), new SecureRandom())) {
            simulator.whenReady().get();
            return List.of(
                    recorded(client, simulator, Encoding.H264, Codec.H264),
                    recorded(client, simulator, Encoding.H265, Codec.H265),
                    new Footage(Encoding.JPEG, drawn()));
        } catch (ExecutionException failed) {
            throw new IOException("cameras could not be simulated: " + failed.getCause(), failed);
        }
    }

    private static Footage recorded(RtspClient client, Simulator simulator, Encoding encoding, Codec codec)
            throws IOException, InterruptedException {
        StreamSource source = simulator.cameras().stream()
                .filter(entry -> entry.camera().stream(StreamRole.SUB)
                        .map(StreamProfile::codec)
                        .filter(coded -> coded == codec)
                        .isPresent())
                .flatMap(entry -> entry.sources().stream())
                .filter(each -> each.role() == StreamRole.SUB)
                .findFirst()
                .orElseThrow(() -> new IOException("no simulated camera codes " + codec));
        LinkedBlockingQueue<AccessUnit> came = new LinkedBlockingQueue<>(MOST_UNITS);
        List<AccessUnit> units = new ArrayList<>();
        RtspSession session = client.open(new RtspTarget(source.uri(), null, null), new Tape(came));
        try {
            while (units.size() < UNITS) {
                AccessUnit unit = came.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (unit == null) {
                    throw new IOException("nothing comes from the simulated camera");
                }
                if (unit.key() || !units.isEmpty()) {
                    units.add(unit);
                }
            }
        } finally {
            session.close();
        }
        return Footage.of(encoding, units);
    }

    /** Keeps what comes; what is too much is left out. */
    private record Tape(LinkedBlockingQueue<AccessUnit> units) implements RtspSink {
        @Override
        public void playing(VideoTrack track) {
            // What matters are the units.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!units.offer(unit)) {
                // Enough is enough; whoever records takes the first ones.
                return;
            }
        }

        @Override
        public void ended(RtspFailure failure) {
            // Then nothing comes any more, which is noticed.
        }
    }

    private static List<byte[]> drawn() throws IOException {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, WIDTH, HEIGHT, Color.ORANGE));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setColor(Color.WHITE);
            graphics.fillOval(i * WIDTH / IMAGES, HEIGHT / 3, HEIGHT / 3, HEIGHT / 3);
            graphics.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, "jpg", out)) {
                throw new IOException("this JDK writes no JPEG");
            }
            images.add(out.toByteArray());
        }
        return images;
    }
}

package vn.toancanh.simulator.clip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.Codec;

/**
 * Loops on disk, playable as they are: {@code <camera>-<role>-<key>-<crc32>.h264}. Written under another name and then
 * moved, so a file is whole or not there; one whose bytes do not fit its checksum is made anew. Any thread.
 */
public final class ClipStore {
    private static final Logger LOG = LoggerFactory.getLogger(ClipStore.class);

    private final Path folder;

    /** A store in {@code folder}, which is made when first needed. */
    public ClipStore(Path folder) {
        this.folder = folder;
    }

    /** The loop as it lies on disk; empty where there is none that is whole. */
    Optional<Clip> find(ClipSpec spec) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern(spec))) {
            for (Path file : files) {
                Optional<Clip> clip = load(spec, file);
                if (clip.isPresent()) {
                    return clip;
                }
            }
        } catch (IOException unreadable) {
            LOG.warn("kept loops cannot be listed: {}", unreadable.toString());
        }
        return Optional.empty();
    }

    /** True where a file of the loop is there, whole or not. */
    boolean keeps(ClipSpec spec) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern(spec))) {
            return files.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    private static String pattern(ClipSpec spec) {
        return stem(spec) + "-????????." + ending(spec);
    }

    /** Encodes the loop, and keeps it where it may be asked for again. */
    Clip make(ClipSpec spec, ClipEncoder encoder) throws InterruptedException {
        Path fresh = null;
        try {
            Files.createDirectories(folder);
            fresh = Files.createTempFile(folder, stem(spec), ".part");
            encoder.encode(spec, fresh);
            byte[] stream = Files.readAllBytes(fresh);
            Clip clip = AnnexBClip.read(spec, stream);
            if (!spec.isKept()) {
                return clip;
            }
            Path file = folder.resolve(stem(spec) + "-" + checksum(stream) + "." + ending(spec));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return clip;
        } catch (IOException full) {
            throw new FailureException(noRoom("a loop cannot be kept: " + full.getMessage(), full));
        } catch (FailureException failed) {
            boolean noRoom = failed.failure().kind() == Failure.Kind.RESOURCES;
            throw noRoom ? new FailureException(noRoom(failed.failure().detail(), failed)) : failed;
        } catch (IllegalArgumentException odd) {
            throw new FailureException(
                    Failure.of(Failure.Kind.INTERNAL, "ffmpeg made an unexpected stream: " + odd.getMessage(), odd));
        } finally {
            if (fresh != null) {
                drop(fresh);
            }
        }
    }

    /** An encoder that ends before its time has most often no room for what it writes. */
    private Failure noRoom(String detail, Exception cause) {
        return Failure.of(Failure.Kind.RESOURCES, detail, cause).withText("simulate.noRoom", folder.toString());
    }

    private static Optional<Clip> load(ClipSpec spec, Path file) {
        try {
            byte[] stream = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            if (name.contains("-" + checksum(stream) + ".")) {
                return Optional.of(AnnexBClip.read(spec, stream));
            }
            LOG.warn("kept loop {} is damaged and will be made anew", name);
        } catch (IOException unreadable) {
            LOG.warn("kept loop cannot be read: {}", unreadable.toString());
            return Optional.empty();
        } catch (IllegalArgumentException odd) {
            LOG.warn("kept loop {} is of no use: {}", file.getFileName(), odd.getMessage());
        }
        drop(file);
        return Optional.empty();
    }

    private static String stem(ClipSpec spec) {
        return spec.camera() + "-" + spec.role().name().toLowerCase(java.util.Locale.ROOT) + "-" + spec.key();
    }

    private static String ending(ClipSpec spec) {
        return spec.codec() == Codec.H265 ? "h265" : "h264";
    }

    private static String checksum(byte[] stream) {
        CRC32 crc = new CRC32();
        crc.update(stream);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("{} cannot be removed: {}", file.getFileName(), kept.toString());
        }
    }
}

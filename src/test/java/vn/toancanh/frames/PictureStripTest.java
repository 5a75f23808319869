package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

@SuppressWarnings("restricted") // pictures are filled by address, as libVLC fills them
class PictureStripTest {
    @TempDir
    Path folder;

    private static void fill(StripWriter writer, int width, int height, int value) {
        writer.format(width, height);
        long stride = writer.stride();
        MemorySegment pixels = MemorySegment.ofAddress(writer.begin()).reinterpret(stride * height);
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                pixels.set(JAVA_INT, row * stride + 4L * x, value);
            }
        }
    }

    @Test
    void aPictureArrivesWithItsSizeItsTimesAndItsPixels() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(20, 10);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            assertThat(strip.published()).isZero();
            assertThat(strip.width()).isZero();
            assertThat(strip.delayNanos()).isNegative();
            assertThat(writer.delayNanos()).isNegative();
            MemorySegment target = arena.allocate(20 * 10 * 4);
            assertThat(strip.copy(PictureSource.NEWEST, target, 80, 20, 10)).isZero();

            fill(writer, 18, 9, 0xff112233);
            writer.publish(5, 7);

            assertThat(strip.published()).isEqualTo(1);
            assertThat(strip.pictureNanos()).isEqualTo(5);
            assertThat(strip.delayNanos()).isEqualTo(2);
            assertThat(writer.delayNanos()).isEqualTo(2);
            assertThat(strip.publishedAtNanos()).isEqualTo(7);
            assertThat(strip.width()).isEqualTo(18);
            assertThat(strip.height()).isEqualTo(9);
            assertThat(strip.copy(PictureSource.NEWEST, target, 80, 17, 8)).isEqualTo(1);
            assertThat(target.get(JAVA_INT, 7 * 80 + 16 * 4)).isEqualTo(0xff112233);
            assertThat(target.get(JAVA_INT, 7 * 80 + 17 * 4))
                    .as("cut at 17 pixels")
                    .isZero();
            assertThat(target.get(JAVA_INT, 8 * 80)).as("cut at 8 rows").isZero();
        }
    }

    @Test
    void ofSeveralUnseenPicturesTheEarliestIsShownFirstAndNoneIsShownTwice() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(16 * 4 * 4);
            publish(writer, 1, 8);
            assertThat(strip.next(8)).as("nothing new").isEqualTo(8);
            assertThat(strip.next(7)).isEqualTo(8);
            assertThat(strip.next(6)).as("both are there").isEqualTo(7);
            assertThat(strip.next(1)).as("all seven are there").isEqualTo(2);

            fill(writer, 16, 4, 99);
            assertThat(strip.copy(2, target, 64, 16, 4))
                    .as("not touched by the picture begun")
                    .isEqualTo(2);
            assertThat(target.get(JAVA_INT, 0)).isEqualTo(2);
            writer.publish(9, 9);
            assertThat(strip.copy(2, target, 64, 16, 4)).as("gone: the newest").isEqualTo(9);
        }
    }

    @Test
    void ofLargePicturesFewerWaitBecauseEachIsMegabytes() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(512, 260);
                StripWriter writer = StripWriter.open(strip.file())) {
            publish(writer, 1, 5);
            assertThat(strip.next(1)).as("all four are there").isEqualTo(2);
            publish(writer, 6, 6);
            assertThat(strip.next(1)).as("the second is gone").isEqualTo(5);
        }
    }

    @Test
    void aReaderThatLostPicturesIsNotKeptBehindForSomeSeconds() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file())) {
            publish(writer, 1, 9);
            assertThat(strip.next(1)).as("the second is gone").isEqualTo(8);
            publish(writer, 10, 11);
            assertThat(strip.next(8))
                    .as("all three are there, but the reader was too slow just now")
                    .isEqualTo(10);
            publish(writer, 12, 100);
            assertThat(strip.next(96)).as("it had its time").isEqualTo(97);
        }
    }

    private static void publish(StripWriter writer, int first, int last) {
        for (int i = first; i <= last; i++) {
            fill(writer, 16, 4, i);
            writer.publish(i, i);
        }
    }

    @Test
    void aStripTellsWhenItsPixelsLastChanged() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(64, 36);
                StripWriter writer = StripWriter.open(strip.file())) {
            assertThat(strip.changedAtNanos()).isZero();
            assertThat(strip.begunAtNanos()).isZero();
            fill(writer, 64, 36, 0xff202020);
            writer.publish(1, 1, false);
            fill(writer, 64, 36, 0xff202020);
            writer.publish(2, 2, true);
            assertThat(strip.changedAtNanos()).isEqualTo(1);
            assertThat(strip.publishedAtNanos()).isEqualTo(2);
            for (int i = 3; i <= 30; i++) {
                fill(writer, 64, 36, 0xff000000 | 0x101010 * (i % 16));
                writer.publish(i, i);
            }
            assertThat(strip.changedAtNanos()).isEqualTo(30);
            assertThat(strip.begunAtNanos()).isEqualTo(1);
        }
    }

    @Test
    void theUpperRowsOfAPictureCanBeLeftOut() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(4, 6);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            writer.format(4, 6);
            long stride = writer.stride();
            MemorySegment pixels = MemorySegment.ofAddress(writer.begin()).reinterpret(stride * 6);
            for (int row = 0; row < 6; row++) {
                for (int x = 0; x < 4; x++) {
                    pixels.set(JAVA_INT, row * stride + 4L * x, 100 + row);
                }
            }
            writer.publish(1, 1);
            MemorySegment target = arena.allocate(4 * 6 * 4);
            assertThat(strip.copy(PictureSource.NEWEST, target, 16, 2, 4, 6)).isEqualTo(1);
            assertThat(target.get(JAVA_INT, 0)).isEqualTo(102);
            assertThat(target.get(JAVA_INT, 3 * 16 + 12)).isEqualTo(105);
            assertThat(target.get(JAVA_INT, 4 * 16)).as("there is no row more").isZero();
            assertThat(strip.copy(PictureSource.NEWEST, target, 16, 7, 4, 6))
                    .as("nothing is left")
                    .isEqualTo(1);
        }
    }

    @Test
    void aPictureOfAnotherSizeThanTheNewestIsSkipped() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file())) {
            fill(writer, 16, 4, 1);
            writer.publish(1, 1);
            fill(writer, 15, 4, 2);
            writer.publish(2, 2);
            assertThat(strip.next(0)).isEqualTo(2);
        }
    }

    @Test
    void whatIsBegunAndNotPublishedIsNeverSeen() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            fill(writer, 16, 4, 1);
            writer.publish(0, 0);
            fill(writer, 16, 4, 1);
            assertThat(writer.sameAsNewest()).isTrue();
            fill(writer, 16, 4, 2);
            assertThat(writer.sameAsNewest()).isFalse();
            MemorySegment target = arena.allocate(16 * 4 * 4);
            assertThat(strip.copy(PictureSource.NEWEST, target, 64, 16, 4)).isEqualTo(1);
            assertThat(target.get(JAVA_INT, 0)).isEqualTo(1);
        }
    }

    @Test
    void aReaderNeverKeepsATornPictureWhileAnotherThreadWrites() throws Exception {
        int width = 160;
        int height = 90;
        SplittableRandom random = new SplittableRandom(20261121);
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(width, height);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofShared()) {
            AtomicBoolean ended = new AtomicBoolean();
            Thread writing = Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= 4000; i++) {
                    fill(writer, width - (i & 7), height - (i & 3), i);
                    writer.publish(i, i);
                    for (int spin = random.nextInt(200); spin > 0; spin--) {
                        Thread.onSpinWait();
                    }
                }
                ended.set(true);
            });
            long last = 0;
            int read = 0;
            MemorySegment target = arena.allocate(4L * width * height);
            try {
                while (!ended.get() || last < 4000) {
                    long count = strip.copy(PictureSource.NEWEST, target, width * 4L, width, height);
                    if (count == 0) {
                        continue;
                    }
                    assertThat(count).isGreaterThanOrEqualTo(last);
                    last = count;
                    read++;
                    int w = width - ((int) count & 7);
                    int h = height - ((int) count & 3);
                    for (int at : new int[] {0, w - 1, (h / 2) * width, (h - 1) * width, (h - 1) * width + w - 1}) {
                        assertThat(target.get(JAVA_INT, 4L * at))
                                .as("pixel %d", at)
                                .isEqualTo((int) count);
                    }
                }
            } finally {
                // It writes by address: it must have ended before the strip is unmapped.
                writing.join();
            }
            assertThat(read).isPositive();
        }
    }

    @Test
    void pixelsBeingWrittenAreRefused() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            fill(writer, 16, 4, 1);
            writer.publish(0, 0);
            // A writer that went round all slots and is in the one that is still called newest.
            try (FileChannel raw = FileChannel.open(strip.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                MemorySegment file = raw.map(FileChannel.MapMode.READ_WRITE, 0, raw.size(), arena);
                StripLayout.LONG.setVolatile(file, StripLayout.slotHeader(0) + StripLayout.SEQUENCE, 3L);
            }
            assertThat(strip.copy(PictureSource.NEWEST, arena.allocate(256), 64, 16, 4))
                    .isZero();
        }
    }

    @Test
    void aHeaderThatBreaksItsBoundsIsNeverRead() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(folder)).create(16, 4);
                StripWriter writer = StripWriter.open(strip.file());
                Arena arena = Arena.ofConfined()) {
            fill(writer, 16, 4, 1);
            writer.publish(0, 0);
            try (FileChannel raw = FileChannel.open(strip.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                MemorySegment file = raw.map(FileChannel.MapMode.READ_WRITE, 0, raw.size(), arena);
                file.set(JAVA_INT, StripLayout.slotHeader(0) + StripLayout.HEIGHT, Integer.MAX_VALUE);
                file.set(JAVA_INT, StripLayout.slotHeader(0) + StripLayout.WIDTH, 17);
            }
            assertThat(strip.width()).as("wider than the strip was made for").isZero();
            assertThat(strip.height()).isZero();
            assertThat(strip.copy(PictureSource.NEWEST, arena.allocate(256), 64, 16, Integer.MAX_VALUE))
                    .isZero();
        }
        Path other = Files.write(folder.resolve("other"), new byte[20_000]);
        assertThatThrownBy(() -> StripWriter.open(other)).isInstanceOf(IOException.class);
    }

    @Test
    void countsGoOnAcrossStripsAndTheOldPictureStaysUntilTheNewOneIsThere() throws IOException {
        StripFolder strips = new StripFolder(List.of(folder));
        List<PictureStrip> retired = new ArrayList<>();
        PlayerPictures pictures = new PlayerPictures(retired::add);
        PictureStrip small = strips.create(16, 9);
        PictureStrip large = strips.create(32, 18);
        PictureStrip late = strips.create(16, 9);
        try (StripWriter first = StripWriter.open(small.file());
                StripWriter second = StripWriter.open(large.file())) {
            assertThat(pictures.published()).isZero();
            pictures.show(small);
            fill(first, 16, 9, 1);
            first.publish(1, 1);
            fill(first, 16, 9, 2);
            first.publish(2, 2);
            assertThat(pictures.published()).isEqualTo(2);
            pictures.show(large);
            assertThat(pictures.width()).isEqualTo(16);
            fill(first, 16, 9, 3);
            first.publish(3, 3);
            assertThat(pictures.published()).isEqualTo(3);
            assertThat(retired).isEmpty();
            fill(second, 32, 18, 4);
            second.publish(4, 4);
            assertThat(pictures.width()).isEqualTo(32);
            assertThat(pictures.published()).isEqualTo(4);
            assertThat(retired).containsExactly(small);
            pictures.close();
            pictures.show(late);
            assertThat(retired).containsExactly(small, large, late);
            assertThat(pictures.published()).as("never falls back").isEqualTo(4);
        } finally {
            retired.forEach(PictureStrip::close);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereOneFolderIsFullTheNextIsTaken() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Path roomy = Files.createDirectory(folder.resolve("roomy"));
        StripFolder strips = new StripFolder(List.of(full, roomy), onlyIn(roomy));
        try (PictureStrip strip = strips.create(16, 9)) {
            assertThat(strip.file().getParent()).isEqualTo(roomy);
        }
        assertThat(full).isEmptyDirectory();
    }

    @Test
    void whereNoFolderHasRoomTheFailureNamesThem() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        StripFolder strips = new StripFolder(List.of(full), onlyIn(folder));
        assertThatThrownBy(() -> strips.create(16, 9)).isInstanceOfSatisfying(FailureException.class, thrown -> {
            assertThat(thrown.failure().kind()).isEqualTo(Failure.Kind.RESOURCES);
            assertThat(thrown.failure().detail()).contains(full.toString(), "No space left");
        });
        assertThat(full).isEmptyDirectory();
    }

    /** Room in one folder alone; the others take a part and then have none, as a small shared memory does. */
    private static StripFolder.Allocator onlyIn(Path roomy) {
        return (file, bytes) -> {
            file.write(java.nio.ByteBuffer.allocate(1000));
            boolean here;
            try (var files = Files.list(roomy)) {
                here = files.anyMatch(f -> f.toString().endsWith(".strip"));
            }
            if (!here) {
                throw new IOException("No space left on device");
            }
            file.write(java.nio.ByteBuffer.allocate((int) bytes - 1000));
        };
    }

    @Test
    void stripsOfDeadClientsAreRemovedAndThoseOfLivingOnesStay() throws IOException {
        StripFolder strips = new StripFolder(List.of(folder));
        Path dead = Files.createFile(folder.resolve("toan-canh-999999999-1-1.strip"));
        Path reused = Files.createFile(
                folder.resolve("toan-canh-" + ProcessHandle.current().pid() + "-1-1.strip"));
        Path foreign = Files.createFile(folder.resolve("toan-canh-notes.strip"));
        try (PictureStrip mine = strips.create(16, 9)) {
            strips.removeStale();
            assertThat(dead).doesNotExist();
            assertThat(reused).doesNotExist();
            assertThat(foreign).exists();
            assertThat(mine.file()).exists();
        }
    }

    @Test
    void makingAStripLeavesNoMemoryToTheCollector() {
        long before = directBytes();
        for (int i = 0; i < 40; i++) {
            try (PictureStrip strip = new StripFolder(List.of(folder)).create(640, 360)) {
                strip.unlink();
            }
        }
        assertThat(directBytes() - before)
                .as("bytes that only a collection would give back")
                .isLessThan(8 << 20);
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getTotalCapacity)
                .sum();
    }
}

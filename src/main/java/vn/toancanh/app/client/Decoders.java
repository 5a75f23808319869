package vn.toancanh.app.client;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Lane;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.pool.DecoderPool;
import vn.toancanh.pool.PoolOptions;
import vn.toancanh.pool.ProcessLauncher;

/** The client's decoder workers. */
final class Decoders {
    private Decoders() {}

    /** A pool whose workers have begun to start. */
    static DecoderPool pool(Surroundings given, Lane desk, Lane lane) {
        String temporary = System.getProperty("java.io.tmpdir", "/tmp");
        ProcessLauncher.Setup setup = new ProcessLauncher.Setup(
                given.jvm().java(),
                given.jvm().classes(),
                Path.of(temporary),
                given.folders().state());
        DecoderPool made = new DecoderPool(
                desk,
                lane,
                given.clock(),
                StripFolder.ofMachine(System.getenv(), temporary),
                new ProcessLauncher(setup),
                PoolOptions.forCores(Runtime.getRuntime().availableProcessors()),
                RandomGenerator.getDefault());
        made.warmUp();
        return made;
    }
}

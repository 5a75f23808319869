package vn.toancanh.bench;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.fuzz.*;
final class FuzzScratchTest {
    @Test void run() throws Exception {
        long n = Long.getLong("n", 20000);
        long t = System.nanoTime();
        Tally tally = new Fuzzing(Subject.Maker.REHEARSAL, Clock.SYSTEM, Fuzzing.PATIENCE, Long.getLong("seed",1)).run(Long.getLong("first",0), n, 2, x -> {});
        System.out.println(tally.cases()+" cases "+(System.nanoTime()-t)/1e9+" s falls "+tally.falls()+" caps "+tally.capBreaches()+" played "+tally.played()+" units "+tally.units()+" mostStep "+tally.mostStepBytes()+" "+tally.perKind());
        tally.found().forEach(System.out::println);
    }
}

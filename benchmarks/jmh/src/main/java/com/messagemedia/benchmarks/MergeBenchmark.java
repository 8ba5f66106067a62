package com.messagemedia.benchmarks;

import com.messagemedia.auth0.merge.ConflictPolicies;
import com.messagemedia.auth0.merge.ConflictPolicies.ConflictPolicy;
import com.messagemedia.auth0.merge.MergeInput;
import com.messagemedia.auth0.merge.MergeInput.Base;
import com.messagemedia.auth0.merge.MergeInput.Desired;
import com.messagemedia.auth0.merge.MergeInput.OtherOwners;
import com.messagemedia.auth0.merge.MergeRules;
import com.messagemedia.auth0.merge.ThreeWayMerge;
import com.messagemedia.auth0.merge.ThreeWayMerge.MergeResult;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The three-way merge of a connection of which the descriptor changes every second leaf. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MergeBenchmark {

    /** How many leaves the connection has, in objects of a hundred. */
    @Param({"10", "100", "1000", "10000", "100000"})
    public int leaves;

    private MergeInput input;

    /** Makes what was applied, what is live and what is wanted. */
    @Setup
    public void prepare() {
        Options live = options(0);
        Map<FieldPath, Value> applied = live.leaves();
        Base base = new Base() {
            @Override
            public boolean owns(FieldPath path) {
                return applied.containsKey(path);
            }

            @Override
            public boolean agrees(FieldPath path, Value value) {
                return value.equals(applied.get(path));
            }
        };
        input = new MergeInput(
                base,
                new Desired(options(1), Set.of()),
                live,
                OtherOwners.NONE,
                ConflictPolicies.all(ConflictPolicy.FAIL),
                MergeRules.NONE);
    }

    /** Leaves of which every second one depends on the version. */
    private Options options(int version) {
        Map<String, Value> root = new LinkedHashMap<>();
        for (int from = 0; from < leaves; from += 100) {
            Map<String, Value> object = new LinkedHashMap<>();
            for (int leaf = from; leaf < Math.min(leaves, from + 100); leaf++) {
                object.put("leaf" + leaf, Value.of("value " + (leaf % 2 == 0 ? version : 0)));
            }
            root.put("object" + from, new Value.Tree(object));
        }
        return new Options(new Value.Tree(root));
    }

    /** Merges once. */
    @Benchmark
    public MergeResult merge() {
        return ThreeWayMerge.merge(input);
    }
}

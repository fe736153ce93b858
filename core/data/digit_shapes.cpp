// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digit_shapes.h"

#include <array>
#include <cstddef>

namespace digitpad {

namespace {

using Shapes = std::vector<DigitShape>;

// The skeletons are drawn by hand, from how people are taught to write digits in different
// countries and from what they make of it in a hurry.

Shapes zero()
{
    const Stroke fromTop = {{52, 2},  {26, 10}, {12, 36}, {12, 66}, {27, 92}, {52, 98},
                            {76, 90}, {89, 62}, {88, 34}, {72, 9},  {50, 3}};
    const Stroke fromRight = {{72, 10}, {48, 2},  {22, 16}, {10, 48}, {18, 84}, {42, 98},
                              {70, 90}, {87, 62}, {88, 30}, {72, 8},  {54, 10}};
    const Stroke overshooting = {{60, 8},  {34, 6},  {15, 30}, {11, 64}, {28, 94}, {56, 96},
                                 {80, 76}, {88, 42}, {76, 12}, {52, 4},  {34, 16}, {30, 26}};
    const Stroke open = {{46, 6},  {22, 20}, {11, 52}, {22, 88}, {50, 98},
                         {78, 86}, {90, 54}, {82, 20}, {62, 4}};
    return {{1.0, {fromTop}}, {1.0, {fromRight}}, {0.5, {overshooting}}, {0.5, {open}}};
}

Shapes one()
{
    const Stroke plain = {{51, 0}, {50, 50}, {49, 100}};
    const Stroke bent = {{54, 0}, {52, 30}, {49, 66}, {48, 100}};
    const Stroke flagged = {{30, 24}, {44, 12}, {55, 0}, {55, 0}, {54, 50}, {53, 100}};
    const Stroke shortFlag = {{43, 12}, {53, 0}, {53, 0}, {52, 50}, {51, 100}};
    const Stroke foot = {{26, 99}, {52, 100}, {80, 98}};
    return {
        {4.0, {plain}}, {2.0, {bent}}, {1.0, {shortFlag}}, {0.5, {flagged}}, {0.6, {flagged, foot}},
    };
}

Shapes two()
{
    const Stroke straight = {{12, 24}, {26, 6},  {52, 1},  {76, 12}, {78, 34}, {60, 58},
                             {34, 80}, {10, 97}, {10, 97}, {48, 95}, {92, 96}};
    const Stroke looped = {{14, 22}, {32, 5}, {58, 2}, {76, 18}, {72, 44}, {52, 72},
                           {26, 94}, {8, 95}, {8, 82}, {26, 78}, {52, 90}, {92, 94}};
    const Stroke wideLoop = {{18, 26}, {38, 6},  {62, 3},  {76, 20}, {70, 46}, {48, 76}, {24, 96},
                             {6, 92},  {12, 76}, {34, 76}, {58, 90}, {78, 96}, {98, 84}};
    const Stroke rounded = {{10, 18}, {34, 3},  {62, 4},  {76, 22}, {66, 46}, {44, 68},
                            {22, 86}, {18, 95}, {34, 97}, {60, 96}, {90, 92}};
    const Stroke hooked = {{22, 30}, {16, 16}, {34, 2},  {60, 2},  {80, 20}, {72, 46},
                           {44, 74}, {12, 98}, {12, 98}, {40, 92}, {66, 98}, {96, 90}};
    return {
        {1.2, {straight}}, {1.0, {looped}}, {0.6, {wideLoop}}, {0.9, {rounded}}, {0.6, {hooked}}};
}

Shapes three()
{
    const Stroke round = {{16, 12}, {40, 1},  {70, 6},  {78, 24}, {64, 40}, {40, 47},
                          {40, 47}, {68, 52}, {84, 70}, {74, 90}, {46, 99}, {14, 92}};
    const Stroke smooth = {{14, 14}, {38, 2},  {68, 6},  {76, 24}, {60, 42}, {46, 48},
                           {66, 52}, {84, 68}, {76, 90}, {48, 99}, {12, 90}};
    const Stroke looped = {{18, 10}, {46, 1},  {74, 10}, {72, 30}, {50, 45}, {36, 50}, {36, 44},
                           {56, 46}, {80, 58}, {84, 78}, {62, 96}, {34, 99}, {10, 88}};
    const Stroke flat = {{16, 4},  {46, 3},  {82, 2},  {82, 2},  {64, 22},  {46, 42},
                         {46, 42}, {72, 48}, {86, 66}, {76, 90}, {46, 100}, {12, 90}};
    const Stroke hooked = {{22, 22}, {26, 8},  {50, 1},  {74, 10}, {72, 30}, {48, 44},
                           {48, 44}, {76, 54}, {84, 76}, {64, 96}, {36, 98}, {18, 82}};
    return {{1.2, {round}}, {1.0, {smooth}}, {0.5, {looped}}, {0.4, {flat}}, {0.5, {hooked}}};
}

Shapes four()
{
    const Stroke openLeft = {{22, 4}, {16, 30}, {12, 54}, {12, 54}, {48, 56}, {84, 52}};
    const Stroke openRound = {{24, 2}, {14, 28}, {14, 50}, {32, 60}, {58, 56}, {80, 46}};
    const Stroke stem = {{78, 0}, {72, 46}, {66, 100}};
    const Stroke shortStem = {{66, 28}, {64, 62}, {62, 100}};
    const Stroke longCross = {{22, 4}, {14, 34}, {8, 60}, {8, 60}, {48, 60}, {96, 56}};
    const Stroke closed = {{64, 0}, {36, 32}, {6, 66}, {6, 66}, {50, 66}, {94, 65}};
    const Stroke closedStem = {{65, 2}, {64, 50}, {63, 100}};
    const Stroke lightning = {{20, 4},  {14, 34}, {16, 52}, {40, 58}, {66, 46},
                              {80, 10}, {80, 10}, {74, 54}, {68, 100}};
    const Stroke nine = {{72, 4},  {44, 22}, {16, 52}, {16, 52}, {48, 56},
                         {72, 48}, {76, 6},  {76, 6},  {70, 54}, {66, 100}};
    const Stroke hookedStem = {{78, 0}, {72, 46}, {66, 86}, {72, 100}, {84, 94}};
    return {
        {1.6, {openLeft, stem}},
        {1.4, {openRound, stem}},
        {0.5, {openLeft, shortStem}},
        {0.8, {longCross, stem}},
        {0.8, {closed, closedStem}},
        {1.0, {lightning}},
        {0.5, {nine}},
        {0.3, {openRound, hookedStem}}};
}

Shapes five()
{
    const Stroke hat = {{30, 4}, {60, 3}, {92, 1}};
    const Stroke body = {{30, 4},  {24, 24}, {20, 44}, {20, 44}, {48, 38},
                         {76, 52}, {82, 74}, {64, 94}, {36, 99}, {10, 88}};
    const Stroke straightBody = {{28, 4},  {27, 42}, {27, 42}, {56, 40},
                                 {78, 56}, {76, 84}, {48, 99}, {14, 94}};
    const Stroke oneStroke = {{90, 3},  {60, 3},  {32, 5},  {32, 5},  {26, 24}, {22, 44}, {22, 44},
                              {50, 40}, {76, 54}, {80, 76}, {60, 95}, {34, 99}, {8, 88}};
    const Stroke rounded = {{92, 2},  {58, 4},  {36, 10}, {30, 30}, {40, 44},
                            {64, 56}, {74, 76}, {58, 95}, {32, 98}, {8, 86}};
    const Stroke slanted = {{96, 2},  {70, 2},  {46, 6},  {46, 6},  {36, 24}, {28, 42},
                            {28, 42}, {50, 48}, {64, 66}, {54, 88}, {28, 98}, {4, 88}};
    return {
        {1.0, {body, hat}},
        {0.7, {straightBody, hat}},
        {1.0, {oneStroke}},
        {0.7, {rounded}},
        {0.8, {slanted}}};
}

Shapes six()
{
    const Stroke round = {{68, 2},  {42, 16}, {22, 44}, {16, 74}, {32, 97}, {60, 98},
                          {80, 80}, {74, 60}, {50, 54}, {28, 64}, {18, 80}};
    const Stroke straight = {{58, 0},  {38, 28}, {22, 58}, {20, 84}, {40, 99},
                             {66, 94}, {78, 76}, {66, 60}, {44, 62}, {24, 78}};
    const Stroke curled = {{80, 12}, {62, 2},  {38, 12}, {20, 42}, {16, 76}, {36, 98},
                           {64, 96}, {82, 78}, {72, 58}, {46, 54}, {22, 68}};
    const Stroke smallLoop = {{52, 0},  {34, 30}, {22, 62}, {24, 88}, {44, 99},
                              {64, 90}, {66, 74}, {50, 68}, {32, 80}, {26, 90}};
    const Stroke spiral = {{64, 2},  {36, 24}, {20, 56}, {22, 86}, {46, 99},
                           {72, 88}, {76, 66}, {58, 58}, {40, 70}, {42, 82}};
    return {
        {1.2, {round}}, {1.0, {straight}}, {0.5, {curled}}, {0.8, {smallLoop}}, {0.5, {spiral}}};
}

Shapes seven()
{
    const Stroke plain = {{12, 6}, {46, 5}, {86, 3}, {86, 3}, {66, 46}, {46, 100}};
    const Stroke straight = {{10, 8}, {50, 6}, {82, 4}, {82, 4}, {70, 50}, {60, 100}};
    const Stroke rounded = {{10, 16}, {26, 6},  {56, 6},  {78, 8},
                            {80, 24}, {66, 54}, {54, 78}, {46, 100}};
    const Stroke hooked = {{12, 24}, {14, 6}, {14, 6},  {46, 7},
                           {84, 4},  {84, 4}, {64, 48}, {48, 100}};
    const Stroke curved = {{14, 4}, {50, 8}, {88, 4}, {88, 4}, {62, 36}, {50, 66}, {46, 100}};
    const Stroke bar = {{36, 52}, {58, 50}, {84, 47}};
    return {{1.5, {plain}},  {1.0, {straight}},   {1.4, {rounded}},      {0.5, {hooked}},
            {1.0, {curved}}, {0.5, {plain, bar}}, {0.2, {rounded, bar}}, {0.2, {hooked, bar}}};
}

Shapes eight()
{
    const Stroke fromRight = {{74, 14}, {50, 2},  {26, 14}, {30, 34}, {54, 50}, {76, 70}, {70, 92},
                              {46, 99}, {22, 88}, {24, 68}, {50, 48}, {76, 28}, {74, 12}};
    const Stroke fromTop = {{52, 2},  {26, 10}, {28, 34}, {52, 48}, {76, 66}, {72, 92}, {46, 99},
                            {20, 88}, {24, 66}, {50, 47}, {74, 30}, {72, 9},  {50, 2}};
    const Stroke fromMiddle = {{50, 48}, {26, 34}, {28, 9},  {52, 2},  {74, 14}, {70, 34}, {50, 48},
                               {24, 66}, {24, 90}, {50, 99}, {76, 88}, {74, 64}, {52, 48}};
    const Stroke open = {{84, 8},  {56, 2},  {30, 12}, {32, 32}, {54, 50}, {68, 72}, {58, 96},
                         {34, 98}, {22, 82}, {36, 62}, {60, 42}, {78, 22}, {88, 8}};
    const Stroke upper = {{50, 2}, {28, 11}, {28, 36}, {50, 46}, {72, 36}, {72, 11}, {50, 2}};
    const Stroke lower = {{50, 46}, {24, 58}, {22, 86}, {50, 99}, {78, 86}, {76, 58}, {50, 46}};
    return {
        {1.5, {fromRight}},
        {1.2, {fromTop}},
        {0.5, {fromMiddle}},
        {0.8, {open}},
        {0.5, {upper, lower}}};
}

Shapes nine()
{
    const Stroke straightTail = {{74, 16}, {52, 4},  {26, 14}, {18, 36}, {36, 50},
                                 {60, 42}, {74, 18}, {74, 18}, {72, 56}, {68, 100}};
    const Stroke closedTop = {{72, 8},  {44, 3}, {20, 22}, {22, 44}, {46, 50},
                              {68, 34}, {74, 8}, {74, 8},  {68, 52}, {62, 100}};
    const Stroke curvedTail = {{76, 20}, {56, 3},  {28, 10}, {18, 34}, {36, 52}, {62, 44},
                               {77, 20}, {78, 50}, {72, 82}, {50, 98}, {22, 92}};
    const Stroke smoothTail = {{70, 12}, {46, 4},  {22, 20}, {24, 42}, {48, 46},
                               {68, 28}, {74, 16}, {72, 44}, {60, 76}, {50, 100}};
    const Stroke smallLoop = {{66, 8},  {42, 10}, {30, 26}, {38, 40}, {58, 34},
                              {68, 10}, {68, 10}, {66, 50}, {62, 100}};
    const Stroke loop = {{50, 3}, {26, 12}, {22, 36}, {46, 48}, {70, 36}, {72, 12}, {50, 3}};
    const Stroke tail = {{74, 14}, {72, 56}, {66, 100}};
    return {{1.3, {straightTail}}, {1.0, {closedTop}}, {0.6, {curvedTail}},
            {1.0, {smoothTail}},   {0.8, {smallLoop}}, {0.3, {loop, tail}}};
}

} // namespace

const std::vector<DigitShape>& digitShapes(int digit)
{
    static const std::array<Shapes, 10> kShapes = {zero(), one(), two(),   three(), four(),
                                                   five(), six(), seven(), eight(), nine()};
    return kShapes.at(static_cast<std::size_t>(digit));
}

} // namespace digitpad
